package tasuki.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/** 活動報告: for which fiscal years a report is owed, and by when. */
final class Reporting {

  /** A report that has not come. */
  record Owed(FiscalYear year, LocalDate due, boolean overdue) {}

  /** Earlier ones are nobody's business any more. */
  private static final int YEARS_BACK = 3;

  private Reporting() {}

  /** The last day on which the report of a year comes in time. */
  static LocalDate due(FiscalYear year, int month) {
    LocalDate end = year.lastDay();
    YearMonth same = YearMonth.of(end.getYear(), month);
    return (same.atEndOfMonth().isAfter(end) ? same : same.plusYears(1)).atEndOfMonth();
  }

  /**
   * The reports owed today: of each year that is over and of which the entry held a day.
   *
   * @param last the last day on which the entry held; null while it holds
   * @param month by whose end the report is due
   * @param reported the years whose report has come
   */
  static List<Owed> owed(
      LocalDate from,
      @Nullable LocalDate last,
      int month,
      Collection<Integer> reported,
      LocalDate today) {
    int present = FiscalYear.of(today).year();
    int first = Math.max(FiscalYear.of(from).year(), present - YEARS_BACK);
    int end = last == null ? present - 1 : Math.min(present - 1, FiscalYear.of(last).year());
    return IntStream.rangeClosed(first, end)
        .filter(year -> !reported.contains(year))
        .mapToObj(FiscalYear::new)
        .map(year -> new Owed(year, due(year, month), today.isAfter(due(year, month))))
        .toList();
  }
}
