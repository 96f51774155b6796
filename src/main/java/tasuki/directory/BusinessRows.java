package tasuki.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DayHours;
import tasuki.calendar.OpenInterval;
import tasuki.calendar.YearlyClosing;

/** Puts the rows of the tables of business days together again. */
final class BusinessRows {

  /** One version of one organisation's rules. */
  record Key(OrganizationId organization, LocalDate validFrom) {}

  record Version(Key key, boolean closedOnHolidays) {}

  record Weekly(Key key, DayOfWeek day, OpenInterval interval) {}

  record Closing(Key key, YearlyClosing closing) {}

  private BusinessRows() {}

  static Map<OrganizationId, List<BusinessRules>> rules(
      List<Version> versions, List<Weekly> hours, List<Closing> closings) {
    Map<Key, List<Weekly>> hoursOf = hours.stream().collect(Collectors.groupingBy(Weekly::key));
    Map<Key, List<Closing>> closingsOf =
        closings.stream().collect(Collectors.groupingBy(Closing::key));
    Map<OrganizationId, List<BusinessRules>> rules = new HashMap<>();
    for (Version version : versions) {
      rules
          .computeIfAbsent(version.key().organization(), _ -> new ArrayList<>())
          .add(
              new BusinessRules(
                  version.key().validFrom(),
                  week(hoursOf.getOrDefault(version.key(), List.of())),
                  version.closedOnHolidays(),
                  closingsOf.getOrDefault(version.key(), List.of()).stream()
                      .map(Closing::closing)
                      .toList()));
    }
    return rules;
  }

  private static Map<DayOfWeek, DayHours> week(List<Weekly> hours) {
    Map<DayOfWeek, List<OpenInterval>> intervals = new EnumMap<>(DayOfWeek.class);
    hours.forEach(
        row -> intervals.computeIfAbsent(row.day(), _ -> new ArrayList<>()).add(row.interval()));
    Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
    intervals.forEach((day, stretches) -> week.put(day, new DayHours(stretches)));
    return week;
  }

  static Key versionKey(ResultSet row) throws SQLException {
    return new Key(
        new OrganizationId(row.getObject("organization", UUID.class)),
        row.getObject("valid_from", LocalDate.class));
  }

  static Version version(ResultSet row, int number) throws SQLException {
    return new Version(versionKey(row), row.getBoolean("closed_on_holidays"));
  }

  static Weekly weekly(ResultSet row, int number) throws SQLException {
    return new Weekly(
        versionKey(row),
        DayOfWeek.of(row.getInt("weekday")),
        new OpenInterval(
            row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
  }

  /** The stretch of a row that may have none. */
  static Optional<OpenInterval> interval(ResultSet row) throws SQLException {
    LocalTime opens = row.getObject("opens", LocalTime.class);
    return opens == null
        ? Optional.empty()
        : Optional.of(new OpenInterval(opens, row.getObject("closes", LocalTime.class)));
  }
}
