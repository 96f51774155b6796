package tasuki.area;

import org.jspecify.annotations.Nullable;

/**
 * The smallest piece of ground that areas are made of.
 *
 * @param code national code of the municipality or ward; with a suffix for smaller units
 * @param municipality code of the municipality it lies in (its own, for a municipality)
 * @param prefecture name of the prefecture as addresses begin; null where it is not known
 * @param name as in an address behind the prefecture: a ward's begins with its city
 * @param kana empty for municipalities outside the own ground
 */
public record BaseUnit(
    String code,
    Kind kind,
    String municipality,
    @Nullable String prefecture,
    String name,
    String kana,
    String nameEnglish) {

  /** What a base unit is. */
  public enum Kind {
    /** 市町村. */
    MUNICIPALITY,
    /** 行政区. */
    WARD,
    /** 旧市町村. */
    FORMER_MUNICIPALITY,
    /** 町丁. */
    TOWN,
    /** A part of a municipality that a living area (日常生活圏域) is, where no towns are listed. */
    LIVING_PART
  }
}
