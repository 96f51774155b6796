package tasuki.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import tasuki.calendar.FiscalYear;

/**
 * How long an entry holds.
 *
 * @param count how many of the unit; 0 without an end
 */
public record Validity(Unit unit, int count) {

  /** In what it is counted. */
  public enum Unit {
    /** Without an end. */
    UNLIMITED,
    YEARS,
    MONTHS,
    /** Until 31 March of the fiscal year in which it begins, or of a later one. */
    FISCAL_YEARS
  }

  public static final Validity WITHOUT_END = new Validity(Unit.UNLIMITED, 0);

  /** The greatest number of each unit. */
  static final int MOST = 60;

  public Validity {
    if ((unit == Unit.UNLIMITED) != (count == 0) || count < 0 || count > MOST) {
      throw new IllegalArgumentException(unit + " " + count);
    }
  }

  /**
   * The last day of what begins on the day, as 民法第143条 counts: a period of months or years ends on
   * the day before the one that corresponds to its beginning, or on the last day of its last month
   * where that has no such day.
   */
  public Optional<LocalDate> until(LocalDate from) {
    return switch (unit) {
      case UNLIMITED -> Optional.empty();
      case YEARS -> Optional.of(lastDay(from, 12 * count));
      case MONTHS -> Optional.of(lastDay(from, count));
      case FISCAL_YEARS ->
          Optional.of(new FiscalYear(FiscalYear.of(from).year() + count - 1).lastDay());
    };
  }

  private static LocalDate lastDay(LocalDate from, int months) {
    YearMonth last = YearMonth.from(from).plusMonths(months);
    return from.getDayOfMonth() > last.lengthOfMonth()
        ? last.atEndOfMonth()
        : last.atDay(from.getDayOfMonth()).minusDays(1);
  }

  /** How many days it holds as a rule; without an end, as many as there are. */
  int usualDays() {
    return switch (unit) {
      case UNLIMITED -> Integer.MAX_VALUE;
      case YEARS, FISCAL_YEARS -> 365 * count;
      case MONTHS -> 30 * count;
    };
  }
}
