package tasuki.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dated rule that gives an event a deadline, as data: a line of a fee table or of an area's
 * agreement.
 *
 * @param code the rule's name in data; its versions share it
 * @param event what sets the clock going
 * @param firstDay which day is day 1
 * @param dayFrom the number of the first day on which the act counts; null if it counts beforehand
 * @param dayUntil the number of the last day, before any extension
 * @param counting whether days off are counted
 * @param timeLimit when that day ends
 * @param extensions each that holds adds its days
 * @param validFrom the first day on which an event falls under this version
 * @param validUntil the last such day, null while in force
 */
public record ClockRule(
    String code,
    ClockEvent event,
    FirstDay firstDay,
    @Nullable Integer dayFrom,
    int dayUntil,
    Counting counting,
    TimeLimit timeLimit,
    List<Extension> extensions,
    LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  /** A rule that counts every day, as the fee tables do. */
  public ClockRule(
      String code,
      ClockEvent event,
      FirstDay firstDay,
      @Nullable Integer dayFrom,
      int dayUntil,
      TimeLimit timeLimit,
      List<Extension> extensions,
      LocalDate validFrom,
      @Nullable LocalDate validUntil) {
    this(
        code,
        event,
        firstDay,
        dayFrom,
        dayUntil,
        Counting.CALENDAR,
        timeLimit,
        extensions,
        validFrom,
        validUntil);
  }

  /**
   * Checks the order of days.
   *
   * @throws IllegalArgumentException if the window or the validity ends before it begins
   */
  public ClockRule {
    extensions = List.copyOf(extensions);
    if (dayFrom != null && dayFrom > dayUntil) {
      throw new IllegalArgumentException(code + " ends on a day before its first");
    }
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException(code + " is never in force");
    }
  }

  /** The version of a rule under which an event on a day falls, if there is one. */
  public static Optional<ClockRule> inForce(
      Collection<ClockRule> rules, String code, LocalDate day) {
    return rules.stream()
        .filter(rule -> rule.code.equals(code) && rule.isInForceOn(day))
        .findFirst();
  }

  /** Whether an event on a day falls under this version. */
  public boolean isInForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }

  /**
   * The deadline for an event.
   *
   * @param happened the date and time of the event in Japan, counted by the minute
   * @param calendar the days and hours of the office that has to act
   * @throws IllegalArgumentException if the rule is not in force on the day of the event
   */
  public Deadline evaluate(LocalDateTime happened, BusinessCalendar calendar) {
    LocalDate day = happened.toLocalDate();
    if (!isInForceOn(day)) {
      throw new IllegalArgumentException(code + " is not in force on " + day);
    }
    DayCount count = new DayCount(day, firstDay);
    Grounds grounds = new Grounds(happened, count, calendar);
    List<Deadline.Extended> applied = new ArrayList<>();
    int lastNumber = dayUntil;
    for (Extension extension : extensions) {
      List<Condition> found = grounds.of(extension.when());
      if (!found.isEmpty()) {
        applied.add(new Deadline.Extended(extension, found));
        lastNumber += extension.days();
      }
    }
    LocalDate lastDay = day(count, lastNumber, calendar);
    Optional<LocalDateTime> closing =
        timeLimit == TimeLimit.CLOSING_TIME ? calendar.closingTime(lastDay) : Optional.empty();
    return new Deadline(
        code,
        event,
        count,
        counting == Counting.BUSINESS ? lastNumber : null,
        dayFrom == null ? null : day(count, dayFrom, calendar),
        lastDay,
        closing.orElse(lastDay.plusDays(1).atStartOfDay()),
        applied);
  }

  /** The day with a number; where an office is closed for years every day counts. */
  private LocalDate day(DayCount count, int number, BusinessCalendar calendar) {
    if (counting == Counting.CALENDAR) {
      return count.day(number);
    }
    Optional<LocalDate> day =
        number < 1
            ? calendar.minusBusinessDays(count.first(), 1 - number)
            : calendar
                .sameOrNextBusinessDay(count.first())
                .flatMap(first -> calendar.plusBusinessDays(first, number - 1));
    return day.orElseGet(() -> count.day(number));
  }
}
