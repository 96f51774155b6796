package tasuki.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Dates as people in Japan type and read them. */
public final class JapaneseDates {
  private JapaneseDates() {}

  /**
   * Reads a typed date: {@code 2026-11-24}, {@code 2026/11/24}, {@code 20261124}, {@code R8.11.24},
   * {@code R081124}, {@code 令和8年11月24日(火)}, {@code 昭12.3.4}, {@code 令和元年5月1日}, with full-width
   * digits and letters and spaces around. A day that does not exist, lies outside the era typed,
   * lies before 1873 or after 2199, or has a western year of two digits is refused with the reason.
   */
  public static DateReading read(String typed) {
    return DateForms.read(typed);
  }

  /**
   * In full: 「令和8年11月24日(火)」, in English "Tue 24 Nov 2026 (Reiwa 8)".
   *
   * @throws IllegalArgumentException for a day before 1873-01-01
   */
  public static String inFull(LocalDate day, Locale locale) {
    Era era = Era.of(day);
    return Wording.of(
        "calendar.date.full",
        locale,
        era.label(locale),
        eraYear(era, day.getYear(), locale),
        day.getMonthValue(),
        day.getDayOfMonth(),
        weekday(day, locale),
        monthName(day.getMonthValue(), locale),
        day.getYear());
  }

  /** Day and month for lists and deadlines: 「11/24(火)」, in English "Tue 24 Nov". */
  public static String dayAndMonth(LocalDate day, Locale locale) {
    return Wording.of(
        "calendar.date.short",
        locale,
        day.getMonthValue(),
        day.getDayOfMonth(),
        weekday(day, locale),
        monthName(day.getMonthValue(), locale));
  }

  /**
   * The short form of input fields and tables, the same in every language: {@code R8.11.24}.
   *
   * @throws IllegalArgumentException for a day before 1873-01-01
   */
  public static String compact(LocalDate day) {
    Era era = Era.of(day);
    return "%c%d.%d.%d"
        .formatted(
            era.letter(), era.yearOf(day.getYear()), day.getMonthValue(), day.getDayOfMonth());
  }

  /**
   * A month: 「令和8年11月」, in English "Nov 2026". A month in which the era changed bears the name of
   * its first day's era.
   *
   * @throws IllegalArgumentException for a month before January 1873
   */
  public static String month(YearMonth month, Locale locale) {
    Era era = Era.of(month.atDay(1));
    return Wording.of(
        "calendar.date.month",
        locale,
        era.label(locale),
        eraYear(era, month.getYear(), locale),
        month.getMonthValue(),
        monthName(month.getMonthValue(), locale),
        month.getYear());
  }

  /** The year of an era in words: the first is 元 in Japanese. */
  static String eraYear(Era era, int westernYear, Locale locale) {
    int year = era.yearOf(westernYear);
    return year == 1 ? Wording.of("calendar.date.first-year", locale) : String.valueOf(year);
  }

  private static String weekday(LocalDate day, Locale locale) {
    return Wording.of("calendar.weekday." + day.getDayOfWeek().getValue(), locale);
  }

  private static String monthName(int month, Locale locale) {
    return Wording.of("calendar.month." + month, locale);
  }
}
