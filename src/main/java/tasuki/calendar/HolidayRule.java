package tasuki.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * One line of Article 2 of the law: a name, the years in which the line stood so, and its day.
 *
 * @param firstYear the first year with this day
 * @param lastYear the last year with this day
 */
record HolidayRule(HolidayName name, HolidayKind kind, int firstYear, int lastYear, Day day) {
  /** Still in force. */
  static final int OPEN = Integer.MAX_VALUE;

  /** How the day of a year is found. */
  sealed interface Day {
    /** The same date each year. */
    record Fixed(int month, int day) implements Day {}

    /** The n-th Monday of a month ("happy Monday"). */
    record Monday(int month, int ordinal) implements Day {}

    /** The day of the vernal equinox. */
    record Vernal() implements Day {}

    /** The day of the autumnal equinox. */
    record Autumnal() implements Day {}
  }

  boolean standsIn(int year) {
    return firstYear <= year && year <= lastYear;
  }

  Holiday in(int year, Equinoxes equinoxes) {
    LocalDate date =
        switch (day) {
          case Day.Fixed(int month, int dayOfMonth) -> LocalDate.of(year, month, dayOfMonth);
          case Day.Monday(int month, int ordinal) ->
              LocalDate.of(year, month, 1)
                  .with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
          case Day.Vernal() -> equinoxes.vernal(year);
          case Day.Autumnal() -> equinoxes.autumnal(year);
        };
    boolean equinox = day instanceof Day.Vernal || day instanceof Day.Autumnal;
    boolean forecast = equinox && !equinoxes.isAnnounced(year);
    return new Holiday(date, kind, name.japanese(), name.english(), forecast);
  }
}
