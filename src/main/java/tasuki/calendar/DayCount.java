package tasuki.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Counts calendar days from an event. Numbers below 1 are days before day 1.
 *
 * @param event the day of the event
 * @param firstDay which day is day 1
 */
public record DayCount(LocalDate event, FirstDay firstDay) {

  /** Day 1. */
  public LocalDate first() {
    return switch (firstDay) {
      case EVENT_DAY -> event;
      case NEXT_DAY -> event.plusDays(1);
    };
  }

  /** The day with a number. */
  public LocalDate day(int number) {
    return first().plusDays(number - 1L);
  }

  /** The number of a day. */
  public int numberOf(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(first(), day) + 1);
  }

  /**
   * The last day of a period of whole months that begins with day 1 (民法第143条): the day before the
   * same date of the last month, or the end of that month if it has no such date.
   *
   * @param months at least one
   * @throws IllegalArgumentException if months is less than one
   */
  public LocalDate lastDayOfMonths(int months) {
    if (months < 1) {
      throw new IllegalArgumentException("a period has at least one month, not " + months);
    }
    LocalDate same = first().plusMonths(months);
    return same.getDayOfMonth() == first().getDayOfMonth() ? same.minusDays(1) : same;
  }
}
