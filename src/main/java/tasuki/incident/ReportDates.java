package tasuki.incident;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import tasuki.calendar.Holidays;

/**
 * By when a leak is reported to the Personal Information Protection Commission (個人情報保護法第26条,
 * 施行規則第8条): first within three to five days, in full within thirty. The day on which one learned of
 * it is day 1, days off count, and a thirtieth day on which the offices are closed moves on.
 *
 * @param firstFrom the third day
 * @param firstUntil the fifth day
 * @param full the thirtieth day or the next working day after it
 */
record ReportDates(LocalDate firstFrom, LocalDate firstUntil, LocalDate full) {

  private static final MonthDay CLOSING = MonthDay.of(12, 29);
  private static final MonthDay OPENING = MonthDay.of(1, 3);

  static ReportDates of(LocalDate found, Holidays holidays) {
    LocalDate full = found.plusDays(29);
    while (isDayOff(full, holidays)) {
      full = full.plusDays(1);
    }
    return new ReportDates(found.plusDays(2), found.plusDays(4), full);
  }

  private static boolean isDayOff(LocalDate day, Holidays holidays) {
    MonthDay date = MonthDay.from(day);
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || holidays.isHoliday(day)
        || !date.isBefore(CLOSING)
        || !date.isAfter(OPENING);
  }
}
