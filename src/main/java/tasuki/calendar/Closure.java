package tasuki.calendar;

import java.time.DayOfWeek;

/** Why an office is closed on a day. */
public sealed interface Closure {
  /** The office said so for this one day. */
  record ThatDay(DatedException exception) implements Closure {}

  /** A national holiday. */
  record OnHoliday(Holiday holiday) implements Closure {}

  /** Days off of every year. */
  record EveryYear(YearlyClosing closing) implements Closure {}

  /** A weekday without hours. */
  record EveryWeek(DayOfWeek day) implements Closure {}
}
