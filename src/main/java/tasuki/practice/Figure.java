package tasuki.practice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number that a programme started from, aims at, plans with or reached.
 *
 * @param period in the words of the source: a fiscal year, a day, a span of years
 */
public record Figure(
    String indicator,
    @Nullable String area,
    @Nullable String period,
    BigDecimal value,
    String unit,
    Kind kind,
    @Nullable String note) {

  /** What the number is. */
  public enum Kind {
    BASELINE,
    PLAN,
    TARGET,
    ACTUAL
  }
}
