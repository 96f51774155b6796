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
final class SpendingPolicy {

  private static final int MONTHS = 12;
  private static final int FROM_MONTH = 6;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int DIGITS = 3;

  private SpendingPolicy() {}

  /** How much of the year is over at the end of the month before, from 0 to 1. */
  static BigDecimal gone(FiscalYear year, LocalDate today) {
    long months = ChronoUnit.MONTHS.between(year.months().getFirst(), YearMonth.from(today));
    long bounded = Math.clamp(months, 0, MONTHS);
    return BigDecimal.valueOf(bounded)
        .divide(BigDecimal.valueOf(MONTHS), DIGITS, RoundingMode.HALF_UP);
  }

  /**
   * Whether so little is spent that somebody should ask: from October on, less than half of what
   * would be spent by now if money went evenly.
   *
   * @return what should be spent at least, as a share; empty where there is nothing to say
   */
  static Optional<BigDecimal> lags(FiscalYear year, Money money, LocalDate today) {
    BigDecimal gone = gone(year, today);
    BigDecimal from =
        BigDecimal.valueOf(FROM_MONTH)
            .divide(BigDecimal.valueOf(MONTHS), DIGITS, RoundingMode.HALF_UP);
    if (gone.compareTo(from) < 0 || money.available() <= 0) {
      return Optional.empty();
    }
    BigDecimal least = gone.multiply(HALF);
    BigDecimal spent = money.execution().orElse(BigDecimal.ZERO);
    return spent.compareTo(least) < 0 ? Optional.of(least) : Optional.empty();
  }
}
