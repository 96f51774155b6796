package tasuki.area;

/**
 * The smallest piece of ground that areas are made of.
 *
 * @param code national code of the municipality or ward; with a suffix for smaller units
 * @param municipality code of the municipality it lies in (its own, for a municipality)
 */
public record BaseUnit(
    String code, Kind kind, String municipality, String name, String kana, String nameEnglish) {

  /** What a base unit is. */
  public enum Kind {
    /** 市町村. */
    MUNICIPALITY,
    /** 行政区. */
    WARD,
    /** 旧市町村. */
    FORMER_MUNICIPALITY,
    /** 町丁. */
    TOWN
  }
}
