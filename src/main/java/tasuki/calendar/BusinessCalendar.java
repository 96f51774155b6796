package tasuki.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The business days and hours of one organisation by its own rules. Immutable.
 *
 * <p>In order of weight: an exception for the day, a yearly closing, a national holiday if the
 * office closes on those, the weekday's hours. Days before the first version of the rules follow
 * that first version, because an office that joins enters what it does today.
 */
public final class BusinessCalendar {
  /** How far ahead a business day is looked for: an office may be suspended, but not for ever. */
  private static final int YEARS_AHEAD = 3;

  private final Holidays holidays;
  private final NavigableMap<LocalDate, BusinessRules> versions;
  private final Map<LocalDate, DatedException> exceptions;

  private BusinessCalendar(
      Holidays holidays,
      NavigableMap<LocalDate, BusinessRules> versions,
      Map<LocalDate, DatedException> exceptions) {
    this.holidays = holidays;
    this.versions = versions;
    this.exceptions = exceptions;
  }

  /**
   * The calendar of an organisation.
   *
   * @param versions at least one, each from another day
   * @param exceptions at most one for each day
   * @throws IllegalArgumentException if there is no version, or two for one day
   */
  public static BusinessCalendar of(
      Holidays holidays,
      Collection<BusinessRules> versions,
      Collection<DatedException> exceptions) {
    NavigableMap<LocalDate, BusinessRules> byStart = new TreeMap<>();
    for (BusinessRules version : versions) {
      if (byStart.put(version.validFrom(), version) != null) {
        throw new IllegalArgumentException("two sets of rules from " + version.validFrom());
      }
    }
    if (byStart.isEmpty()) {
      throw new IllegalArgumentException("an office needs rules");
    }
    Map<LocalDate, DatedException> byDate = new TreeMap<>();
    for (DatedException exception : exceptions) {
      if (byDate.put(exception.date(), exception) != null) {
        throw new IllegalArgumentException("two exceptions on " + exception.date());
      }
    }
    return new BusinessCalendar(holidays, byStart, byDate);
  }

  /** The calendar of an office that has not entered rules of its own yet. */
  public static BusinessCalendar usualForCareManagement(Holidays holidays) {
    BusinessRules rules = BusinessRules.usualForCareManagement(LocalDate.EPOCH);
    return of(holidays, List.of(rules), List.of());
  }

  /** The hours of a day, after holidays, closings and exceptions. */
  public DayHours hoursOn(LocalDate day) {
    DatedException exception = exceptions.get(day);
    if (exception != null) {
      return exception.hours();
    }
    BusinessRules rules = rulesOn(day);
    DayHours weekly = rules.on(day.getDayOfWeek());
    return weekly.isClosed() || isTakenOff(day, rules) ? DayHours.CLOSED : weekly;
  }

  /** Why the office is closed on a day, empty on a business day. */
  public Optional<Closure> closureOn(LocalDate day) {
    DatedException exception = exceptions.get(day);
    if (exception != null) {
      return exception.hours().isClosed()
          ? Optional.of(new Closure.ThatDay(exception))
          : Optional.empty();
    }
    BusinessRules rules = rulesOn(day);
    for (YearlyClosing closing : rules.yearlyClosings()) {
      if (closing.contains(day)) {
        return Optional.of(new Closure.EveryYear(closing));
      }
    }
    Optional<Holiday> holiday =
        rules.closedOnNationalHolidays() ? holidays.on(day) : Optional.empty();
    if (holiday.isPresent()) {
      return Optional.of(new Closure.OnHoliday(holiday.get()));
    }
    return rules.on(day.getDayOfWeek()).isClosed()
        ? Optional.of(new Closure.EveryWeek(day.getDayOfWeek()))
        : Optional.empty();
  }

  /** Whether the office is open at all on a day. */
  public boolean isBusinessDay(LocalDate day) {
    return !hoursOn(day).isClosed();
  }

  /** Whether the office is open at a moment. At the minute of closing it is closed. */
  public boolean isOpenAt(LocalDateTime moment) {
    return hoursOn(moment.toLocalDate()).isOpenAt(moment.toLocalTime());
  }

  /** The moment of the last closing of a day (24:00 is the next day's 00:00), empty when closed. */
  public Optional<LocalDateTime> closingTime(LocalDate day) {
    return hoursOn(day).closesOn(day);
  }

  /**
   * Whether a moment lies after the last closing of a business day. Minutes are compared, and the
   * minute of closing itself is not after it: in doubt the earlier deadline is shown. Never true on
   * a day off, which has no closing time.
   */
  public boolean isAfterClosing(LocalDateTime moment) {
    LocalDateTime minute = JapanTime.minute(moment);
    return closingTime(moment.toLocalDate()).filter(minute::isAfter).isPresent();
  }

  /** The first business day after a day, empty if the next three years have none. */
  public Optional<LocalDate> nextBusinessDay(LocalDate day) {
    return businessDays(day.plusDays(1), day.plusYears(YEARS_AHEAD)).findFirst();
  }

  /** A day itself if it is a business day, else the first one after it. */
  public Optional<LocalDate> sameOrNextBusinessDay(LocalDate day) {
    return isBusinessDay(day) ? Optional.of(day) : nextBusinessDay(day);
  }

  /**
   * The n-th business day after a day; the day itself for zero.
   *
   * @return empty if three years pass without a business day on the way
   * @throws IllegalArgumentException if the number is negative
   */
  public Optional<LocalDate> plusBusinessDays(LocalDate day, int number) {
    if (number < 0) {
      throw new IllegalArgumentException("business days are counted forward, not " + number);
    }
    Optional<LocalDate> found = Optional.of(day);
    for (int counted = 0; counted < number && found.isPresent(); counted++) {
      found = nextBusinessDay(found.get());
    }
    return found;
  }

  /**
   * The n-th business day before a day; the day itself for zero.
   *
   * @return empty if three years before it have no business day on the way
   * @throws IllegalArgumentException if the number is negative
   */
  public Optional<LocalDate> minusBusinessDays(LocalDate day, int number) {
    if (number < 0) {
      throw new IllegalArgumentException("business days are counted back, not " + number);
    }
    Optional<LocalDate> found = Optional.of(day);
    for (int counted = 0; counted < number && found.isPresent(); counted++) {
      LocalDate last = found.get();
      found =
          Stream.iterate(
                  last.minusDays(1),
                  before -> before.isAfter(last.minusYears(YEARS_AHEAD)),
                  before -> before.minusDays(1))
              .filter(this::isBusinessDay)
              .findFirst();
    }
    return found;
  }

  /**
   * How many business days lie from one day (included) to another (not included).
   *
   * @throws IllegalArgumentException if the second day lies before the first
   */
  public long businessDaysBetween(LocalDate from, LocalDate until) {
    return businessDays(from, until).count();
  }

  private Stream<LocalDate> businessDays(LocalDate from, LocalDate until) {
    return from.datesUntil(until).filter(this::isBusinessDay);
  }

  private BusinessRules rulesOn(LocalDate day) {
    Map.Entry<LocalDate, BusinessRules> version = versions.floorEntry(day);
    return version == null ? versions.firstEntry().getValue() : version.getValue();
  }

  private boolean isTakenOff(LocalDate day, BusinessRules rules) {
    return (rules.closedOnNationalHolidays() && holidays.isHoliday(day))
        || rules.yearlyClosings().stream().anyMatch(closing -> closing.contains(day));
  }
}
