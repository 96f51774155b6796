package tasuki.bench;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import tasuki.area.BaseUnit;

/**
 * What generated lists say of places that do not exist: names that mean nothing and addresses in
 * the real municipalities of the country, around the same middles in every list.
 */
final class MadeUp {

  /** Degrees north and east. */
  record Point(double north, double east) {}

  private static final String[] SYLLABLES = {
    "ぬえ", "むら", "よひ", "れも", "つゆ", "そね", "りほ", "ゆみ", "ろく", "せは", "わに", "けふ", "めら", "ねも", "てや", "ひれ"
  };

  private static final String[] TOWNS = {"本町", "栄町", "大字中", "字上ノ原", "緑ヶ丘", "東", "新田", "旭町"};
  private static final String KANJI = "〇一二三四五六七八九";
  private static final int FROM_HIRAGANA_TO_KATAKANA = 0x60;

  /** Prefectures lie in rows of seven, more than sixty kilometres between any two of them. */
  private static final int PREFECTURES_IN_A_ROW = 7;

  private static final double ROW = 1.4;
  private static final double COLUMN = 1.7;
  private static final double ACROSS = 0.5;

  /** A few kilometres. */
  private static final double SPREAD = 0.03;

  private final List<BaseUnit> units;
  private final Random random;

  MadeUp(List<BaseUnit> everywhere, Random random) {
    // A city of wards is written with its ward; grounds without a prefecture are nobody's.
    Set<String> parted =
        everywhere.stream()
            .filter(unit -> unit.kind() == BaseUnit.Kind.WARD)
            .map(BaseUnit::municipality)
            .collect(Collectors.toSet());
    this.units =
        everywhere.stream()
            .filter(unit -> unit.prefecture() != null)
            .filter(unit -> unit.kind() == BaseUnit.Kind.WARD || !parted.contains(unit.code()))
            .toList();
    this.random = random;
  }

  boolean oneIn(int often) {
    return random.nextInt(often) == 0;
  }

  BaseUnit unit() {
    return units.get(random.nextInt(units.size()));
  }

  /** A municipality of another prefecture than this one's. */
  BaseUnit elsewhere(BaseUnit unit) {
    BaseUnit other = unit();
    while (prefecture(other) == prefecture(unit)) {
      other = unit();
    }
    return other;
  }

  String word() {
    return any(SYLLABLES) + any(SYLLABLES) + any(SYLLABLES);
  }

  static String kana(String word) {
    return word.chars()
        .map(letter -> letter + FROM_HIRAGANA_TO_KATAKANA)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** An address in one of the ways in which addresses are written. */
  String address(BaseUnit unit) {
    int chome = 1 + random.nextInt(9);
    int ban = 1 + random.nextInt(60);
    int go = 1 + random.nextInt(30);
    String numbers =
        switch (random.nextInt(4)) {
          case 0 -> chome + "丁目" + ban + "番" + go + "号";
          case 1 -> KANJI.charAt(chome) + "丁目" + ban + "番地" + go;
          case 2 -> chome + "－" + ban + "－" + go;
          default -> chome + "-" + ban + "-" + go;
        };
    return (oneIn(2) ? unit.prefecture() : "") + unit.name() + any(TOWNS) + numbers;
  }

  /** Somewhere around the middle of a municipality. */
  Point point(BaseUnit unit) {
    int hash = Math.floorMod(unit.code().hashCode() * 31, 10_000);
    double south = 30.5 + prefecture(unit) / PREFECTURES_IN_A_ROW * ROW;
    double west = 130 + prefecture(unit) % PREFECTURES_IN_A_ROW * COLUMN;
    return new Point(
        south + hash % 100 * ACROSS / 100 + random.nextGaussian() * SPREAD,
        west + hash / 100 * ACROSS / 100 + random.nextGaussian() * SPREAD);
  }

  private static int prefecture(BaseUnit unit) {
    return Integer.parseInt(unit.code().substring(0, 2));
  }

  private String any(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
