package tasuki.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A fiscal year of the state and of prefectures: April to March (財政法第11条, 地方自治法第208条).
 *
 * @param year the western year in which it begins
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {
  private static final int MONTHS = 12;
  // The only year whose first month fell into the old era and which was renamed as a whole.
  private static final int FIRST_OF_REIWA = 2019;

  /** The fiscal year a day lies in. */
  public static FiscalYear of(LocalDate day) {
    return of(YearMonth.from(day));
  }

  /** The fiscal year a month lies in. */
  public static FiscalYear of(YearMonth month) {
    boolean spring = month.getMonthValue() < Month.APRIL.getValue();
    return new FiscalYear(spring ? month.getYear() - 1 : month.getYear());
  }

  /** The first day, 1 April. */
  public LocalDate firstDay() {
    return LocalDate.of(year, Month.APRIL, 1);
  }

  /** The last day, 31 March. */
  public LocalDate lastDay() {
    return LocalDate.of(year + 1, Month.MARCH, 31);
  }

  /** The twelve months from April to March. */
  public List<YearMonth> months() {
    YearMonth april = YearMonth.of(year, Month.APRIL);
    return IntStream.range(0, MONTHS).mapToObj(april::plusMonths).toList();
  }

  /** Whether a day lies in this year. */
  public boolean contains(LocalDate day) {
    return of(day).equals(this);
  }

  /** The year after. */
  public FiscalYear next() {
    return new FiscalYear(year + 1);
  }

  /** The year before. */
  public FiscalYear previous() {
    return new FiscalYear(year - 1);
  }

  /**
   * The name: 「令和8年度」 or "FY2026". It follows the era of 1 April, but 2019 is 令和元年度 as a whole
   * (改元に伴う元号による年表示の取扱いについて, agreed by the ministries on 2 April 2019).
   *
   * @throws IllegalArgumentException for a year before 1873
   */
  public String label(Locale locale) {
    Era era = year == FIRST_OF_REIWA ? Era.REIWA : Era.of(firstDay());
    return Wording.of(
        "calendar.fiscal-year",
        locale,
        era.label(locale),
        JapaneseDates.eraYear(era, year, locale),
        year);
  }

  @Override
  public int compareTo(FiscalYear other) {
    return Integer.compare(year, other.year);
  }
}
