package tasuki.fund.proposing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far two programmes sound alike, from 0 to 1: the pairs of neighbouring letters that both have
 * (Dice's coefficient), which needs no dictionary and sees through changed endings.
 */
final class Likeness {

  /** From here on, a person should look. */
  static final double WORTH_A_LOOK = 0.5;

  /** A content counts only with so many letters; a short one is like many others. */
  private static final int ENOUGH = 20;

  private Likeness() {}

  /** The higher of the likeness of their names and that of their contents. */
  static double of(
      String name, @Nullable String content, String otherName, @Nullable String otherContent) {
    double names = alike(words(name), words(otherName));
    String one = words(content);
    String other = words(otherContent);
    return one.length() < ENOUGH || other.length() < ENOUGH
        ? names
        : Math.max(names, alike(one, other));
  }

  private static double alike(String one, String other) {
    Map<String, Integer> pairs = new HashMap<>();
    for (int at = 0; at + 2 <= one.length(); at++) {
      pairs.merge(one.substring(at, at + 2), 1, Integer::sum);
    }
    int both = 0;
    for (int at = 0; at + 2 <= other.length(); at++) {
      String pair = other.substring(at, at + 2);
      int left = pairs.getOrDefault(pair, 0);
      if (left > 0) {
        both++;
        pairs.put(pair, left - 1);
      }
    }
    int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
    return all == 0 ? 0 : 2.0 * both / all;
  }

  /** Without what says nothing of the matter: spaces, signs, and 事業, with which all names end. */
  private static String words(@Nullable String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Punct}・、。()「」]", "")
            .replaceAll("(推進|支援)?事業", "");
  }
}
