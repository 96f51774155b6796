package tasuki.calendar;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days on which an office closes every year. The last day may lie in the next year.
 *
 * @param first the first closed day
 * @param last the last closed day
 * @param reason the office's own words for it
 */
public record YearlyClosing(MonthDay first, MonthDay last, String reason) {
  /** The days around New Year that offices in Japan take off, 29 December to 3 January. */
  public static YearlyClosing newYear() {
    return new YearlyClosing(MonthDay.of(12, 29), MonthDay.of(1, 3), "年末年始");
  }

  /** Whether a day falls into it. */
  public boolean contains(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    boolean fromFirst = !date.isBefore(first);
    boolean toLast = !date.isAfter(last);
    return first.isAfter(last) ? fromFirst || toLast : fromFirst && toLast;
  }
}
