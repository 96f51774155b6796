package tasuki.fund.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Branch;

/**
 * How far a step of a year is.
 *
 * @param year in which the programmes are carried out
 * @param due by when it is to be done; null where nobody has said so
 * @param finished how many of what the step is about are done: proposals decided, versions filed …
 * @param of out of how many; 0 where there is nothing yet
 */
public record Stage(
    Branch branch,
    FiscalYear year,
    Step step,
    @Nullable LocalDate due,
    boolean done,
    int finished,
    int of) {

  private static final int NEAR_DAYS = 14;

  /** Days until it is due, less than nothing when it is late; empty when done or not dated. */
  public OptionalLong daysLeft(LocalDate today) {
    return done || due == null
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(today, due));
  }

  /** Whether its day is over and it is not done. */
  public boolean isLate(LocalDate today) {
    return daysLeft(today).orElse(0) < 0;
  }

  /** Whether its day is within two weeks or over, and it is not done. */
  public boolean isNear(LocalDate today) {
    OptionalLong left = daysLeft(today);
    return left.isPresent() && left.getAsLong() <= NEAR_DAYS;
  }
}
