package tasuki.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An office told twice: as a {@link BusinessCalendar}, and slowly, as one bit for each minute of
 * each day of 2023–2031. It shares no code and no holidays with the calendar under test.
 */
final class SlowOffice {
  private static final int MINUTES = 24 * 60;

  /** 2028–2030 by hand; up to 2027 the Cabinet Office's list serves. */
  private static final Set<LocalDate> LATER_HOLIDAYS =
      dates(
          2028,
              "01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22"
                  + " 10-09 11-03 11-23",
          2029,
              "01-01 01-08 02-11 02-12 02-23 03-20 04-29 04-30 05-03 05-04 05-05 07-16 08-11"
                  + " 09-17 09-23 09-24 10-08 11-03 11-23",
          2030,
              "01-01 01-14 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12"
                  + " 09-16 09-23 10-14 11-03 11-04 11-23");

  private static final Set<LocalDate> HOLIDAYS =
      Stream.concat(CabinetOfficeDates.all().stream(), LATER_HOLIDAYS.stream())
          .collect(Collectors.toSet());

  /**
   * What an office tells of itself.
   *
   * @param opens minute of opening, Monday first; -1 for a weekday off
   * @param closes minute of closing, up to 1440
   * @param offOnHolidays whether national holidays are off
   * @param offAtNewYear whether 29 December to 3 January is off
   * @param daysOff single days off
   * @param extraDays single days open from 10:00 to 12:00
   */
  record Told(
      List<Integer> opens,
      List<Integer> closes,
      boolean offOnHolidays,
      boolean offAtNewYear,
      Set<LocalDate> daysOff,
      Set<LocalDate> extraDays) {}

  private final Map<LocalDate, BitSet> openMinutes = new HashMap<>();
  private final BusinessCalendar calendar;

  SlowOffice(Told told) {
    for (LocalDate day = LocalDate.of(2023, 12, 1);
        day.isBefore(LocalDate.of(2031, 1, 1));
        day = day.plusDays(1)) {
      openMinutes.put(day, minutes(told, day));
    }
    calendar = calendar(told);
  }

  static SlowOffice usual() {
    return new SlowOffice(
        new Told(
            List.of(510, 510, 510, 510, 510, -1, -1),
            List.of(1050, 1050, 1050, 1050, 1050, -1, -1),
            true,
            true,
            Set.of(),
            Set.of()));
  }

  BusinessCalendar calendar() {
    return calendar;
  }

  boolean works(LocalDate day) {
    return !bits(day).isEmpty();
  }

  boolean isOpen(LocalDate day, int minute) {
    return bits(day).get(minute);
  }

  /** No minute from the one before the given one on is open, though an earlier one was. */
  boolean hasShut(LocalDate day, int minute) {
    BitSet open = bits(day);
    return !open.isEmpty() && open.nextSetBit(Math.max(0, minute - 1)) < 0;
  }

  /** Days on which the information counts for the same-day grade of April 2024, admission on. */
  List<LocalDate> daysOfGradeOne(LocalDate admitted, int minute) {
    List<LocalDate> days = new ArrayList<>(List.of(admitted));
    if (!works(admitted) || hasShut(admitted, minute)) {
      days.add(admitted.plusDays(1));
    }
    return days;
  }

  /** Days on which the information counts for the second grade of April 2024. */
  List<LocalDate> daysOfGradeTwo(LocalDate admitted, int minute) {
    LocalDate next = admitted.plusDays(1);
    LocalDate third = next.plusDays(1);
    return hasShut(admitted, minute) && !works(third)
        ? List.of(next, third, third.plusDays(1))
        : List.of(next, third);
  }

  private BitSet bits(LocalDate day) {
    BitSet bits = openMinutes.get(day);
    if (bits == null) {
      throw new IllegalArgumentException(day + " was not told");
    }
    return bits;
  }

  private static BitSet minutes(Told told, LocalDate day) {
    BitSet open = new BitSet(MINUTES);
    int weekday = day.getDayOfWeek().getValue() - 1;
    boolean newYear =
        (day.getMonthValue() == 12 && day.getDayOfMonth() >= 29)
            || (day.getMonthValue() == 1 && day.getDayOfMonth() <= 3);
    if (told.extraDays().contains(day)) {
      open.set(600, 720);
    } else if (told.opens().get(weekday) >= 0
        && !told.daysOff().contains(day)
        && !(told.offOnHolidays() && HOLIDAYS.contains(day))
        && !(told.offAtNewYear() && newYear)) {
      open.set(told.opens().get(weekday), told.closes().get(weekday));
    }
    return open;
  }

  private static BusinessCalendar calendar(Told told) {
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek weekday : DayOfWeek.values()) {
      int opens = told.opens().get(weekday.getValue() - 1);
      if (opens >= 0) {
        week.put(
            weekday, DayHours.of(time(opens), time(told.closes().get(weekday.getValue() - 1))));
      }
    }
    List<DatedException> exceptions = new ArrayList<>();
    DayHours morning = DayHours.of(LocalTime.of(10, 0), LocalTime.NOON);
    told.extraDays().forEach(day -> exceptions.add(new DatedException(day, morning, "当番")));
    told.daysOff().stream()
        .filter(day -> !told.extraDays().contains(day))
        .forEach(day -> exceptions.add(DatedException.closed(day, "研修")));
    List<YearlyClosing> closings =
        told.offAtNewYear()
            ? List.of(new YearlyClosing(MonthDay.of(12, 29), MonthDay.of(1, 3), "年末年始"))
            : List.of();
    BusinessRules rules =
        new BusinessRules(LocalDate.of(2020, 4, 1), week, told.offOnHolidays(), closings);
    return BusinessCalendar.of(Holidays.byLaw(), List.of(rules), exceptions);
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute % MINUTES * 60L);
  }

  static LocalDateTime moment(LocalDate day, int minute) {
    return day.atStartOfDay().plusMinutes(minute);
  }

  private static Set<LocalDate> dates(
      int year1, String days1, int year2, String days2, int year3, String days3) {
    Set<LocalDate> dates = new TreeSet<>();
    List.of(days1.split(" ", -1)).forEach(day -> dates.add(LocalDate.parse(year1 + "-" + day)));
    List.of(days2.split(" ", -1)).forEach(day -> dates.add(LocalDate.parse(year2 + "-" + day)));
    List.of(days3.split(" ", -1)).forEach(day -> dates.add(LocalDate.parse(year3 + "-" + day)));
    return dates;
  }
}
