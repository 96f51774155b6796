package tasuki.calendar;

import static tasuki.calendar.HolidayRule.OPEN;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tasuki.calendar.HolidayRule.Day;

/**
 * 国民の祝日に関する法律 (Law 178 of 20 July 1948) with all its amendments up to Law 57 of 2018, as dated
 * lines, and the laws that gave a single day.
 */
final class HolidayLaw {
  /** The law came into force on 20 July 1948, so that year has autumn only. */
  static final int FIRST_YEAR = 1948;

  /** The formula for the equinoxes holds until here. */
  static final int LAST_YEAR = 2099;

  /** Law 10 of 1973: the day after a named day that falls on a Sunday. */
  private static final LocalDate SUBSTITUTES_SINCE = LocalDate.of(1973, 4, 12);

  /** Law 103 of 1985: the day between two named days. */
  private static final LocalDate BETWEEN_SINCE = LocalDate.of(1985, 12, 27);

  /** Law 43 of 2005: the substitute is the next day that is not itself a named day. */
  private static final LocalDate SUBSTITUTES_PASS_ON_SINCE = LocalDate.of(2007, 1, 1);

  private static final List<HolidayRule> LINES =
      List.of(
          named(HolidayName.NEW_YEAR, 1949, OPEN, date(1, 1)),
          named(HolidayName.COMING_OF_AGE, 1949, 1999, date(1, 15)),
          named(HolidayName.COMING_OF_AGE, 2000, OPEN, monday(1, 2)),
          named(HolidayName.NATIONAL_FOUNDATION, 1967, OPEN, date(2, 11)),
          named(HolidayName.EMPERORS_BIRTHDAY, 1949, 1988, date(4, 29)),
          named(HolidayName.EMPERORS_BIRTHDAY, 1989, 2018, date(12, 23)),
          named(HolidayName.EMPERORS_BIRTHDAY, 2020, OPEN, date(2, 23)),
          named(HolidayName.VERNAL_EQUINOX, 1949, OPEN, new Day.Vernal()),
          named(HolidayName.GREENERY, 1989, 2006, date(4, 29)),
          named(HolidayName.GREENERY, 2007, OPEN, date(5, 4)),
          named(HolidayName.SHOWA, 2007, OPEN, date(4, 29)),
          named(HolidayName.CONSTITUTION, 1949, OPEN, date(5, 3)),
          named(HolidayName.CHILDREN, 1949, OPEN, date(5, 5)),
          named(HolidayName.MARINE, 1996, 2002, date(7, 20)),
          named(HolidayName.MARINE, 2003, 2019, monday(7, 3)),
          named(HolidayName.MARINE, 2020, 2020, date(7, 23)),
          named(HolidayName.MARINE, 2021, 2021, date(7, 22)),
          named(HolidayName.MARINE, 2022, OPEN, monday(7, 3)),
          named(HolidayName.MOUNTAIN, 2016, 2019, date(8, 11)),
          named(HolidayName.MOUNTAIN, 2020, 2020, date(8, 10)),
          named(HolidayName.MOUNTAIN, 2021, 2021, date(8, 8)),
          named(HolidayName.MOUNTAIN, 2022, OPEN, date(8, 11)),
          named(HolidayName.RESPECT_FOR_THE_AGED, 1966, 2002, date(9, 15)),
          named(HolidayName.RESPECT_FOR_THE_AGED, 2003, OPEN, monday(9, 3)),
          named(HolidayName.AUTUMNAL_EQUINOX, 1948, OPEN, new Day.Autumnal()),
          named(HolidayName.HEALTH_AND_SPORTS, 1966, 1999, date(10, 10)),
          named(HolidayName.HEALTH_AND_SPORTS, 2000, 2019, monday(10, 2)),
          named(HolidayName.SPORTS, 2020, 2020, date(7, 24)),
          named(HolidayName.SPORTS, 2021, 2021, date(7, 23)),
          named(HolidayName.SPORTS, 2022, OPEN, monday(10, 2)),
          named(HolidayName.CULTURE, 1948, OPEN, date(11, 3)),
          named(HolidayName.LABOUR_THANKSGIVING, 1948, OPEN, date(11, 23)),
          ceremony(HolidayName.WEDDING_OF_AKIHITO, 1959, date(4, 10)),
          ceremony(HolidayName.FUNERAL_OF_SHOWA, 1989, date(2, 24)),
          ceremony(HolidayName.ENTHRONEMENT_OF_AKIHITO, 1990, date(11, 12)),
          ceremony(HolidayName.WEDDING_OF_NARUHITO, 1993, date(6, 9)),
          ceremony(HolidayName.ACCESSION_OF_NARUHITO, 2019, date(5, 1)),
          ceremony(HolidayName.ENTHRONEMENT_OF_NARUHITO, 2019, date(10, 22)));

  private final Equinoxes equinoxes;
  private final NavigableMap<LocalDate, Holiday> named = new TreeMap<>();

  private HolidayLaw(Equinoxes equinoxes) {
    this.equinoxes = equinoxes;
  }

  /** All holidays under the law, by day. */
  static NavigableMap<LocalDate, Holiday> holidays(Equinoxes equinoxes) {
    return new HolidayLaw(equinoxes).all();
  }

  private NavigableMap<LocalDate, Holiday> all() {
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      for (HolidayRule line : LINES) {
        if (line.standsIn(year)) {
          Holiday holiday = line.in(year, equinoxes);
          named.put(holiday.date(), holiday);
        }
      }
    }
    NavigableMap<LocalDate, Holiday> all = new TreeMap<>(named);
    named.values().forEach(holiday -> addSubstitute(holiday, all));
    named.values().forEach(holiday -> addBetween(holiday, all));
    return all;
  }

  private void addSubstitute(Holiday holiday, NavigableMap<LocalDate, Holiday> all) {
    LocalDate sunday = holiday.date();
    if (sunday.getDayOfWeek() != DayOfWeek.SUNDAY || sunday.isBefore(SUBSTITUTES_SINCE)) {
      return;
    }
    LocalDate substitute = sunday.plusDays(1);
    while (!sunday.isBefore(SUBSTITUTES_PASS_ON_SINCE) && named.containsKey(substitute)) {
      substitute = substitute.plusDays(1);
    }
    all.putIfAbsent(
        substitute,
        derived(substitute, HolidayKind.SUBSTITUTE, HolidayName.SUBSTITUTE, holiday.forecast()));
  }

  private void addBetween(Holiday before, NavigableMap<LocalDate, Holiday> all) {
    LocalDate between = before.date().plusDays(1);
    Holiday after = named.get(between.plusDays(1));
    // The words of 1985 leave out a Sunday (4 May 1986 was one); those of 2005 do not.
    boolean sundayLeftOut =
        between.getDayOfWeek() == DayOfWeek.SUNDAY && between.isBefore(SUBSTITUTES_PASS_ON_SINCE);
    if (after == null || between.isBefore(BETWEEN_SINCE) || sundayLeftOut) {
      return;
    }
    boolean forecast = before.forecast() || after.forecast();
    all.putIfAbsent(between, derived(between, HolidayKind.BETWEEN, HolidayName.BETWEEN, forecast));
  }

  private static Holiday derived(
      LocalDate date, HolidayKind kind, HolidayName name, boolean forecast) {
    return new Holiday(date, kind, name.japanese(), name.english(), forecast);
  }

  private static HolidayRule named(HolidayName name, int firstYear, int lastYear, Day day) {
    return new HolidayRule(name, HolidayKind.NAMED, firstYear, lastYear, day);
  }

  private static HolidayRule ceremony(HolidayName name, int year, Day day) {
    return new HolidayRule(name, HolidayKind.CEREMONY, year, year, day);
  }

  private static Day date(int month, int day) {
    return new Day.Fixed(month, day);
  }

  private static Day monday(int month, int ordinal) {
    return new Day.Monday(month, ordinal);
  }
}
