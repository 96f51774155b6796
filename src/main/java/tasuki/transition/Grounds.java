package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaId;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.HolidaySource;
import tasuki.directory.BusinessCalendars;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;

/** On which ground each side stands: its area's rule and its own business days. */
@Component
class Grounds {

  private final JdbcClient jdbc;
  private final Areas areas;
  private final Organizations organizations;
  private final BusinessCalendars calendars;
  private final HolidaySource holidays;

  Grounds(
      JdbcClient jdbc,
      Areas areas,
      Organizations organizations,
      BusinessCalendars calendars,
      HolidaySource holidays) {
    this.jdbc = jdbc;
    this.areas = areas;
    this.organizations = organizations;
    this.calendars = calendars;
    this.holidays = holidays;
  }

  /** What the clocks of a stay depend on. Rules are those in force on the day of admission. */
  Situation of(Stay stay, Circle.Home home) {
    LocalDate day = stay.admitted().toLocalDate();
    Organization hospital = organizations.get(stay.hospital());
    Organization office = home.office();
    Optional<AreaId> hospitalArea = area(hospital, day);
    Optional<AreaId> homeArea = area(office, day);
    return new Situation(
        stay.admitted(),
        stay.wardType(),
        stay.feeGrade(),
        home.group(),
        home.officeKind(),
        stay.plannedOn(),
        stay.ended(),
        stay.state(),
        hospitalArea.flatMap(area -> rule(area, day)).orElse(null),
        homeArea.flatMap(area -> rule(area, day)).orElse(null),
        hospitalArea.flatMap(one -> homeArea.flatMap(other -> pair(one, other, day))).orElse(null),
        calendars.calendarOf(hospital.id()),
        office == null
            ? BusinessCalendar.usualForCareManagement(holidays.inForce())
            : calendars.calendarOf(office.id()));
  }

  /** The area whose rule an organisation follows on the day. */
  Optional<AreaId> area(@Nullable Organization organization, LocalDate day) {
    String unit = organization == null ? null : organization.baseUnit();
    return unit == null
        ? Optional.empty()
        : areas.around(unit, AreaKind.TRANSITION_RULE_AREA, day).stream().findFirst().map(Area::id);
  }

  /** The version of an area's rule on the day. */
  Optional<AreaRule> rule(AreaId area, LocalDate day) {
    return jdbc.sql(
            """
            select * from transition.area_rule
            where area = :area and valid_from <= :day
              and (valid_until is null or valid_until >= :day)
            """)
        .param("area", area.value())
        .param("day", day)
        .query(Grounds::areaRule)
        .optional();
  }

  private Optional<AreaRule> pair(AreaId hospital, AreaId home, LocalDate day) {
    return jdbc.sql(
            """
            select pair.*, 0 as readmission_days from transition.pair_rule pair
            where hospital_area = :hospital and home_area = :home and valid_from <= :day
              and (valid_until is null or valid_until >= :day)
            """)
        .param("hospital", hospital.value())
        .param("home", home.value())
        .param("day", day)
        .query(Grounds::areaRule)
        .optional();
  }

  private static AreaRule areaRule(ResultSet row, int number) throws SQLException {
    return new AreaRule(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("name_en"),
        row.getInt("readmission_days"),
        ClockReader.read(row.getString("clocks")));
  }
}
