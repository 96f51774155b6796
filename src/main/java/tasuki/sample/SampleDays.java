package tasuki.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DatedException;
import tasuki.calendar.DayHours;
import tasuki.calendar.OpenInterval;
import tasuki.calendar.YearlyClosing;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.OrganizationId;

/** Lets organisations say on which days they work; no two kinds of office work alike. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SampleDays {

  private final BusinessCalendars calendars;
  private final Map<String, SampleRow> patterns =
      SampleRow.all("days").stream()
          .collect(Collectors.toMap(row -> row.get("key"), Function.identity()));

  SampleDays(BusinessCalendars calendars) {
    this.calendars = calendars;
  }

  /** The acting organisation enters its rules and what is different in these weeks. */
  public void enter(
      OrganizationId organization, SampleRow row, List<SampleRow> exceptions, LocalDate today) {
    SampleRow pattern = patterns.get(row.get("days"));
    if (pattern == null) {
      throw new IllegalStateException("No pattern of days " + row.get("days"));
    }
    calendars.set(organization, rules(pattern, LocalDate.parse(row.get("opened"))));
    for (SampleRow exception : exceptions) {
      calendars.except(
          organization,
          new DatedException(
              today.plusDays(Long.parseLong(exception.get("in_days"))),
              hours(exception.get("hours")),
              exception.get("reason")));
    }
  }

  static BusinessRules rules(SampleRow pattern, LocalDate since) {
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, hours(pattern.get(day.name().toLowerCase(Locale.ROOT))));
    }
    return new BusinessRules(
        since,
        week,
        pattern.yes("holidays"),
        pattern.parts("closings", ";").stream().map(SampleDays::closing).toList());
  }

  private static DayHours hours(String written) {
    return written.isEmpty()
        ? DayHours.CLOSED
        : new DayHours(List.of(written.split(" ")).stream().map(SampleDays::interval).toList());
  }

  private static OpenInterval interval(String written) {
    String[] ends = written.split("-", -1);
    return new OpenInterval(time(ends[0]), time(ends[1]));
  }

  private static LocalTime time(String written) {
    String[] parts = written.split(":", -1);
    return LocalTime.of(Integer.parseInt(parts[0]) % 24, Integer.parseInt(parts[1]));
  }

  private static YearlyClosing closing(String written) {
    String[] parts = written.split(" ", 2);
    String[] ends = parts[0].split("-", -1);
    return new YearlyClosing(monthDay(ends[0]), monthDay(ends[1]), parts[1]);
  }

  private static MonthDay monthDay(String written) {
    String[] parts = written.split("/", -1);
    return MonthDay.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
