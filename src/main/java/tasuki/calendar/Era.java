package tasuki.calendar;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Japanese eras since Meiji.
 *
 * <p>Two days belong to two eras, because the edicts began the new era on the day the old one
 * ended: 1912-07-30 is both 明治45年7月30日 and 大正元年7月30日, 1926-12-25 both 大正15年 and 昭和元年. Both are
 * read; the later era is written. Later changes (1989, 2019, under the Era Name Act, 元号法) began at
 * midnight.
 *
 * <p>Japan has counted by the Gregorian calendar since 1873-01-01 (明治6年, 明治5年太政官布告第337号). Dates
 * before that were lunisolar, and {@link java.time.chrono.JapaneseDate} does not know them either;
 * this room refuses them.
 */
public enum Era {
  MEIJI('M', "明治", 1868, LocalDate.of(1868, 1, 25), LocalDate.of(1912, 7, 30)),
  TAISHO('T', "大正", 1912, LocalDate.of(1912, 7, 30), LocalDate.of(1926, 12, 25)),
  SHOWA('S', "昭和", 1926, LocalDate.of(1926, 12, 25), LocalDate.of(1989, 1, 7)),
  HEISEI('H', "平成", 1989, LocalDate.of(1989, 1, 8), LocalDate.of(2019, 4, 30)),
  REIWA('R', "令和", 2019, LocalDate.of(2019, 5, 1), null);

  /** The first day of the Gregorian calendar in Japan, 明治6年1月1日. */
  public static final LocalDate FIRST_GREGORIAN_DAY = LocalDate.of(1873, 1, 1);

  private final char letter;
  private final String kanji;
  private final int firstYear;
  private final LocalDate firstDay;
  private final @Nullable LocalDate lastDay;

  Era(char letter, String kanji, int firstYear, LocalDate firstDay, @Nullable LocalDate lastDay) {
    this.letter = letter;
    this.kanji = kanji;
    this.firstYear = firstYear;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
  }

  /**
   * The era in which a day is written.
   *
   * @throws IllegalArgumentException for a day before 1873-01-01
   */
  public static Era of(LocalDate day) {
    if (day.isBefore(FIRST_GREGORIAN_DAY)) {
      throw new IllegalArgumentException(day + " lies before the Gregorian calendar in Japan");
    }
    Era found = MEIJI;
    for (Era era : values()) {
      if (!day.isBefore(era.firstDay)) {
        found = era;
      }
    }
    return found;
  }

  /** The Latin letter: R for Reiwa. */
  public char letter() {
    return letter;
  }

  /** The first day. */
  public LocalDate firstDay() {
    return firstDay;
  }

  /** The last day, or null while the era lasts. */
  public @Nullable LocalDate lastDay() {
    return lastDay;
  }

  /** The name on screen: 令和 or Reiwa. */
  public String label(Locale locale) {
    return Wording.of("calendar.era." + Wording.code(this), locale);
  }

  /** The year of this era that a western year is: 2026 is Reiwa 8. May be zero or negative. */
  public int yearOf(int westernYear) {
    return westernYear - firstYear + 1;
  }

  /** The western year of a year of this era. */
  public int westernYear(int year) {
    return firstYear + year - 1;
  }

  /** The name as written in Japanese, also when the reader's language is another. */
  String kanji() {
    return kanji;
  }
}
