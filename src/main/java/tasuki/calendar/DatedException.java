package tasuki.calendar;

import java.time.LocalDate;

/**
 * One day that differs from the office's rules, whatever the rules say about it.
 *
 * @param date the day
 * @param hours the hours of that day; closed, or other hours than usual, or hours on a day off
 * @param reason the office's own words for it
 */
public record DatedException(LocalDate date, DayHours hours, String reason) {
  /** Closed on a day. */
  public static DatedException closed(LocalDate date, String reason) {
    return new DatedException(date, DayHours.CLOSED, reason);
  }
}
