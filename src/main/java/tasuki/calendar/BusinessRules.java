package tasuki.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One version of an office's operating rules on days and hours (運営規程の営業日及び営業時間).
 *
 * @param validFrom the first day of this version
 * @param week the hours of each weekday; a weekday left out is closed
 * @param closedOnNationalHolidays whether national holidays are days off
 * @param yearlyClosings days off of every year
 */
public record BusinessRules(
    LocalDate validFrom,
    Map<DayOfWeek, DayHours> week,
    boolean closedOnNationalHolidays,
    List<YearlyClosing> yearlyClosings) {

  /** Makes its own copies, with every weekday said. */
  public BusinessRules {
    Map<DayOfWeek, DayHours> whole = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      whole.put(day, week.getOrDefault(day, DayHours.CLOSED));
    }
    week = Map.copyOf(whole);
    yearlyClosings = List.copyOf(yearlyClosings);
  }

  /**
   * What most care management offices have: Monday to Friday 8:30–17:30, closed on Saturdays,
   * Sundays, national holidays and from 29 December to 3 January. A start for an office that has
   * not entered its own rules yet; every part of it is the office's to change.
   */
  public static BusinessRules usualForCareManagement(LocalDate validFrom) {
    DayHours hours = DayHours.of(LocalTime.of(8, 30), LocalTime.of(17, 30));
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
      week.put(day, weekend ? DayHours.CLOSED : hours);
    }
    return new BusinessRules(validFrom, week, true, List.of(YearlyClosing.newYear()));
  }

  /** The hours of a weekday. */
  public DayHours on(DayOfWeek day) {
    return week.getOrDefault(day, DayHours.CLOSED);
  }
}
