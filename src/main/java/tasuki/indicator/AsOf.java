package tasuki.indicator;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import tasuki.calendar.Era;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;

/**
 * The time that a figure speaks of, exactly as precise as it was said: 「R5年7月」 is a month and 「R7年」
 * a calendar year, whatever else is known.
 *
 * @param day the first day of the time; of {@link Precision#MONTH_END} and {@link
 *     Precision#FISCAL_YEAR_END} the only one
 */
public record AsOf(Precision precision, LocalDate day) implements Comparable<AsOf> {

  /** How exactly a time is said. */
  public enum Precision {
    DAY,
    MONTH,
    /** 月末. */
    MONTH_END,
    CALENDAR_YEAR,
    FISCAL_YEAR,
    /** 年度末. */
    FISCAL_YEAR_END,
    /** 年度卒: those who left school in the fiscal year. */
    GRADUATES
  }

  /** What a year is counted as; years of two kinds are two different things. */
  public record Year(boolean calendar, int number) {}

  public static AsOf day(LocalDate day) {
    return new AsOf(Precision.DAY, day);
  }

  public static AsOf month(YearMonth month) {
    return new AsOf(Precision.MONTH, month.atDay(1));
  }

  public static AsOf monthEnd(YearMonth month) {
    return new AsOf(Precision.MONTH_END, month.atEndOfMonth());
  }

  public static AsOf calendarYear(int year) {
    return new AsOf(Precision.CALENDAR_YEAR, LocalDate.of(year, Month.JANUARY, 1));
  }

  public static AsOf fiscalYear(FiscalYear year) {
    return new AsOf(Precision.FISCAL_YEAR, year.firstDay());
  }

  public static AsOf fiscalYearEnd(FiscalYear year) {
    return new AsOf(Precision.FISCAL_YEAR_END, year.lastDay());
  }

  public static AsOf graduates(FiscalYear year) {
    return new AsOf(Precision.GRADUATES, year.firstDay());
  }

  /** The last day of the time. */
  public LocalDate last() {
    return switch (precision) {
      case DAY, MONTH_END, FISCAL_YEAR_END -> day;
      case MONTH -> YearMonth.from(day).atEndOfMonth();
      case CALENDAR_YEAR -> LocalDate.of(day.getYear(), Month.DECEMBER, 31);
      case FISCAL_YEAR, GRADUATES -> FiscalYear.of(day).lastDay();
    };
  }

  /** The year it names: a calendar year where that was said, else the fiscal year it lies in. */
  public Year year() {
    return precision == Precision.CALENDAR_YEAR
        ? new Year(true, day.getYear())
        : new Year(false, FiscalYear.of(day).year());
  }

  /** The first day of that year. */
  public LocalDate yearBegins() {
    Year year = year();
    return year.calendar()
        ? LocalDate.of(year.number(), Month.JANUARY, 1)
        : new FiscalYear(year.number()).firstDay();
  }

  /** Whether a figure of this time is older than the year that the other one names. */
  public boolean isOlderThanYearOf(AsOf other) {
    return last().isBefore(other.yearBegins());
  }

  /** The fiscal year in whose report it stands: of a calendar year the one of that number. */
  public FiscalYear fiscalYear() {
    return new FiscalYear(year().number());
  }

  /** As it is written in forms and tables, the same in every language: {@code R6年度末}. */
  public String compact() {
    Era era = Era.of(day);
    String fiscal = compactYear(FiscalYear.of(day).firstDay());
    String calendar = "%c%d年".formatted(era.letter(), era.yearOf(day.getYear()));
    return switch (precision) {
      case DAY -> JapaneseDates.compact(day);
      case MONTH -> calendar + day.getMonthValue() + "月";
      case MONTH_END -> calendar + day.getMonthValue() + "月末";
      case CALENDAR_YEAR -> compactYear(last()) + "年";
      case FISCAL_YEAR -> fiscal + "年度";
      case FISCAL_YEAR_END -> fiscal + "年度末";
      case GRADUATES -> fiscal + "年度卒";
    };
  }

  /** 2019 is R1 as a year and as a fiscal year, as the ministries agreed. */
  private static String compactYear(LocalDate day) {
    Era era = day.getYear() == 2019 ? Era.REIWA : Era.of(day);
    return "%c%d".formatted(era.letter(), era.yearOf(day.getYear()));
  }

  /** In words: 「令和6年度末」, in English "end of FY2024". */
  public String label(Locale locale) {
    return switch (precision) {
      case DAY -> JapaneseDates.inFull(day, locale);
      case MONTH -> JapaneseDates.month(YearMonth.from(day), locale);
      case MONTH_END ->
          Wording.of("as-of.end", locale, JapaneseDates.month(YearMonth.from(day), locale));
      case CALENDAR_YEAR -> calendarYear(locale);
      case FISCAL_YEAR -> FiscalYear.of(day).label(locale);
      case FISCAL_YEAR_END -> Wording.of("as-of.end", locale, FiscalYear.of(day).label(locale));
      case GRADUATES -> Wording.of("as-of.graduates", locale, FiscalYear.of(day).label(locale));
    };
  }

  private String calendarYear(Locale locale) {
    Era era = day.getYear() == 2019 ? Era.REIWA : Era.of(last());
    return Wording.of(
        "as-of.calendar-year",
        locale,
        era.label(locale),
        "" + era.yearOf(day.getYear()),
        "" + day.getYear());
  }

  /** By the day on which the time is over. */
  @Override
  public int compareTo(AsOf other) {
    int order = last().compareTo(other.last());
    return order != 0 ? order : precision.compareTo(other.precision);
  }
}
