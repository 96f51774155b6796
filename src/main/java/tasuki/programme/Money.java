package tasuki.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The money of a programme's year, or of several together, in yen.
 *
 * @param settled null while nothing was settled of any of them
 * @param settledUntil the last month of which something was settled
 */
public record Money(
    long planned,
    long supplementary,
    long carriedIn,
    long carriedOut,
    long transferred,
    long committed,
    @Nullable Long settled,
    @Nullable YearMonth settledUntil) {

  /** No money at all. */
  public static final Money NONE = new Money(0, 0, 0, 0, 0, 0, null, null);

  private static final int DIGITS = 3;

  /** What can be spent in the year (予算現額). */
  public long available() {
    return planned + supplementary + carriedIn - carriedOut + transferred;
  }

  /** Both together. */
  public Money plus(Money other) {
    return new Money(
        planned + other.planned,
        supplementary + other.supplementary,
        carriedIn + other.carriedIn,
        carriedOut + other.carriedOut,
        transferred + other.transferred,
        committed + other.committed,
        sum(settled, other.settled),
        later(settledUntil, other.settledUntil));
  }

  /** What was settled of what can be spent; empty while either is not known. */
  public Optional<BigDecimal> execution() {
    Long paid = settled;
    return paid == null || available() <= 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(paid)
                .divide(BigDecimal.valueOf(available()), DIGITS, RoundingMode.HALF_UP));
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null ? other : other == null ? one : Long.valueOf(one + other);
  }

  private static @Nullable YearMonth later(@Nullable YearMonth one, @Nullable YearMonth other) {
    return one == null ? other : other == null || one.isAfter(other) ? one : other;
  }
}
