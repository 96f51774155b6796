package tasuki.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tasuki.calendar.FiscalYear;

/**
 * Says early that little is spent. One list planned 162 million yen and settled 3 % of it: seen in
 * October there is still time to ask why.
 */
public final class SpendingPolicy {

  private static final int MONTHS = 12;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Half of the year is over. */
  private static final BigDecimal FROM = HALF;

  private static final int DIGITS = 3;

  private SpendingPolicy() {}

  /** How much of the year is over at the end of the month before, from 0 to 1. */
  public static BigDecimal gone(FiscalYear year, LocalDate today) {
    long months = ChronoUnit.MONTHS.between(year.months().getFirst(), YearMonth.from(today));
    long bounded = Math.clamp(months, 0, MONTHS);
    return BigDecimal.valueOf(bounded)
        .divide(BigDecimal.valueOf(MONTHS), DIGITS, RoundingMode.HALF_UP);
  }

  /**
   * Below which share of its budget a programme is asked about: from October on, half of what would
   * be spent by now if money went evenly.
   *
   * @return from 0 to 1; empty while it is too early to ask
   */
  public static Optional<BigDecimal> least(FiscalYear year, LocalDate today) {
    BigDecimal gone = gone(year, today);
    return gone.compareTo(FROM) < 0 ? Optional.empty() : Optional.of(gone.multiply(HALF));
  }
}
