package tasuki.directory.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.area.BaseUnit;

/**
 * Finds the municipality or ward at the beginning of an address. The prefecture is known from a
 * code and mostly left out of the address; the county (郡) too; the same name stands in several
 * prefectures, and sometimes twice in one.
 */
public final class Municipalities {

  /**
   * An address in two parts.
   *
   * @param unit code of the municipality or ward; null where the address names none
   * @param rest what stands behind it, in one spelling
   */
  record Found(@Nullable String unit, String rest) {}

  private static final int SHORTEST = 2;

  /** No two prefectures begin with the same two letters. */
  private static final int NAME_OF_A_PREFECTURE = 2;

  private final Map<String, Map<String, String>> byPrefecture = new HashMap<>();
  private final Map<String, String> prefectures = new HashMap<>();
  private final Map<String, String> byBeginning = new HashMap<>();
  private int longest;

  public Municipalities(Collection<BaseUnit> everywhere) {
    Map<String, Set<String>> twice = new HashMap<>();
    for (BaseUnit unit : everywhere) {
      String prefecture = unit.code().substring(0, 2);
      String name = plain(unit.name());
      if (unit.prefecture() != null) {
        String plain = plain(unit.prefecture());
        prefectures.put(prefecture, plain);
        byBeginning.put(plain.substring(0, NAME_OF_A_PREFECTURE), prefecture);
      }
      add(prefecture, name, unit.code(), twice);
      int county = name.indexOf('郡');
      if (county > 0 && county < name.length() - SHORTEST) {
        add(prefecture, name.substring(county + 1), unit.code(), twice);
      }
    }
    byPrefecture.forEach(
        (prefecture, names) -> names.keySet().removeAll(twice.getOrDefault(prefecture, Set.of())));
  }

  private void add(String prefecture, String name, String code, Map<String, Set<String>> twice) {
    String before =
        byPrefecture.computeIfAbsent(prefecture, _ -> new HashMap<>()).putIfAbsent(name, code);
    if (before != null && !before.equals(code)) {
      twice.computeIfAbsent(prefecture, _ -> new HashSet<>()).add(name);
    }
    longest = Math.max(longest, name.length());
  }

  /** An address or a part of one in one spelling, without spaces. */
  static String plain(String address) {
    return AddressText.spelled(address).replace(" ", "");
  }

  /** Whether there is such a prefecture, by its code of two digits. */
  boolean knows(String prefecture) {
    return byPrefecture.containsKey(prefecture);
  }

  /**
   * The code of the prefecture whose name an address begins with; null where it names none.
   *
   * @param spelled the address as {@link AddressText#spelled} gives it
   */
  @Nullable String prefectureOf(String spelled) {
    if (spelled.length() < NAME_OF_A_PREFECTURE) {
      return null;
    }
    String code = byBeginning.get(spelled.substring(0, NAME_OF_A_PREFECTURE));
    return code != null && spelled.startsWith(prefectures.getOrDefault(code, "")) ? code : null;
  }

  /**
   * Takes the prefecture and the municipality off an address.
   *
   * @param prefecture code of two digits
   * @param spelled the address as {@link AddressText#spelled} gives it
   */
  Found find(String prefecture, String spelled) {
    String named = prefectures.get(prefecture);
    String rest =
        named != null && spelled.startsWith(named) ? spelled.substring(named.length()) : spelled;
    Map<String, String> names = byPrefecture.getOrDefault(prefecture, Map.of());
    for (int length = Math.min(longest, rest.length()); length >= SHORTEST; length--) {
      String code = names.get(rest.substring(0, length));
      if (code != null) {
        return new Found(code, rest.substring(length));
      }
    }
    return new Found(null, rest);
  }
}
