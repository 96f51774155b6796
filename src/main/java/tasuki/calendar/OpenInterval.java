package tasuki.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A stretch of a day in which an office is open. Hours that run past midnight are two stretches,
 * one on each day.
 *
 * @param opens the first minute inside
 * @param closes the first minute outside; 00:00 is the midnight at the end of the day
 */
public record OpenInterval(LocalTime opens, LocalTime closes) {
  /**
   * Checks that the stretch has a length.
   *
   * @throws IllegalArgumentException if it closes before it opens
   */
  public OpenInterval {
    if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
      throw new IllegalArgumentException("open from " + opens + " to " + closes + " is no time");
    }
  }

  /** Whether a time of day lies inside. */
  public boolean contains(LocalTime time) {
    return !time.isBefore(opens) && (closesAtMidnight() || time.isBefore(closes));
  }

  /** The moment of closing on a day; the next day's 00:00 if open to the end of the day. */
  public LocalDateTime closesOn(LocalDate day) {
    return closesAtMidnight() ? day.plusDays(1).atStartOfDay() : day.atTime(closes);
  }

  boolean endsBefore(OpenInterval next) {
    return !closesAtMidnight() && !next.opens.isBefore(closes);
  }

  private boolean closesAtMidnight() {
    return closes.equals(LocalTime.MIDNIGHT);
  }
}
