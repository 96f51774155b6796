package tasuki.directory;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.BusinessRules;
import tasuki.calendar.DatedException;
import tasuki.calendar.DayHours;
import tasuki.calendar.HolidaySource;
import tasuki.calendar.JapanTime;
import tasuki.calendar.OpenInterval;
import tasuki.calendar.YearlyClosing;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;

/**
 * The business days and hours that each organisation says of itself. Deadlines are counted by them,
 * so only the organisation itself changes them, rules of the past stay as they were, and every
 * change is noted.
 */
@Service
@Transactional
public class BusinessCalendars {

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;
  private final HolidaySource holidays;

  BusinessCalendars(JdbcClient jdbc, AuditLog audit, Clock clock, HolidaySource holidays) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.holidays = holidays;
  }

  /** The calendar; what is usual for care management offices while it has said nothing yet. */
  @Transactional(readOnly = true)
  public BusinessCalendar calendarOf(OrganizationId organization) {
    return Objects.requireNonNull(calendarsOf(List.of(organization)).get(organization));
  }

  /** The calendar of each organisation, read at once for a list with many deadlines. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, BusinessCalendar> calendarsOf(Collection<OrganizationId> wanted) {
    return wanted.isEmpty() ? Map.of() : calendars(wanted, rules(wanted));
  }

  /** The calendars of those organisations that have said when they are open. */
  @Transactional(readOnly = true)
  public Map<OrganizationId, BusinessCalendar> ownOf(Collection<OrganizationId> wanted) {
    Map<OrganizationId, List<BusinessRules>> rules = wanted.isEmpty() ? Map.of() : rules(wanted);
    return rules.isEmpty() ? Map.of() : calendars(rules.keySet(), rules);
  }

  private Map<OrganizationId, BusinessCalendar> calendars(
      Collection<OrganizationId> wanted, Map<OrganizationId, List<BusinessRules>> rules) {
    Map<OrganizationId, BusinessCalendar> calendars = new HashMap<>();
    Map<OrganizationId, List<DatedException>> exceptions = exceptions(wanted, LocalDate.EPOCH);
    for (OrganizationId organization : wanted) {
      List<BusinessRules> own = rules.getOrDefault(organization, List.of());
      calendars.put(
          organization,
          BusinessCalendar.of(
              holidays.inForce(),
              own.isEmpty() ? List.of(BusinessRules.usualForCareManagement(LocalDate.EPOCH)) : own,
              exceptions.getOrDefault(organization, List.of())));
    }
    return calendars;
  }

  /**
   * The versions of the organisation's rules, the oldest first; empty while it has said nothing.
   */
  @Transactional(readOnly = true)
  public List<BusinessRules> rulesOf(OrganizationId organization) {
    return rules(List.of(organization)).getOrDefault(organization, List.of());
  }

  /** The rules by which the organisation works on the day. */
  @Transactional(readOnly = true)
  public BusinessRules rulesOn(OrganizationId organization, LocalDate day) {
    List<BusinessRules> versions = rulesOf(organization);
    return versions.reversed().stream()
        .filter(version -> !version.validFrom().isAfter(day))
        .findFirst()
        .or(() -> versions.stream().findFirst())
        .orElseGet(() -> BusinessRules.usualForCareManagement(day));
  }

  /** The days from this one on that differ from the rules, in their order. */
  @Transactional(readOnly = true)
  public List<DatedException> exceptionsFrom(OrganizationId organization, LocalDate first) {
    return exceptions(List.of(organization), first).getOrDefault(organization, List.of());
  }

  /** Whether rules may begin on the day: those of the past stay, deadlines were counted by them. */
  @Transactional(readOnly = true)
  public Ruling mayBegin(OrganizationId organization, LocalDate validFrom) {
    return validFrom.isBefore(JapanTime.today(clock)) && !rulesOf(organization).isEmpty()
        ? Ruling.refused("directory.refused.rules-in-the-past")
        : Ruling.ALLOWED;
  }

  /**
   * Sets the rules from their first day on; a version that began on the same day is replaced.
   *
   * @throws RefusedException for another organisation's days, or for days of the past
   */
  public void set(OrganizationId organization, BusinessRules rules) {
    onlyOwn(organization);
    mayBegin(organization, rules.validFrom()).orThrow();
    jdbc.sql("delete from directory.business_rule where organization = ? and valid_from = ?")
        .params(organization.value(), rules.validFrom())
        .update();
    jdbc.sql("insert into directory.business_rule values (?, ?, ?)")
        .params(organization.value(), rules.validFrom(), rules.closedOnNationalHolidays())
        .update();
    for (DayOfWeek day : DayOfWeek.values()) {
      for (OpenInterval interval : rules.on(day).intervals()) {
        jdbc.sql("insert into directory.opening_hours values (?, ?, ?, ?, ?)")
            .params(organization.value(), rules.validFrom(), day.getValue())
            .params(interval.opens(), interval.closes())
            .update();
      }
    }
    for (YearlyClosing closing : rules.yearlyClosings()) {
      jdbc.sql("insert into directory.closing_period values (?, ?, ?, ?, ?, ?, ?)")
          .params(organization.value(), rules.validFrom())
          .params(closing.first().getMonthValue(), closing.first().getDayOfMonth())
          .params(closing.last().getMonthValue(), closing.last().getDayOfMonth())
          .param(closing.reason())
          .update();
    }
    audit.changed(
        "business-days.set", organization.value(), List.of(), rules.validFrom().toString());
  }

  /**
   * Takes back rules that have not begun yet.
   *
   * @throws RefusedException for another organisation's days, or when they have begun
   */
  public void withdraw(OrganizationId organization, LocalDate validFrom) {
    onlyOwn(organization);
    if (!validFrom.isAfter(JapanTime.today(clock))) {
      throw RefusedException.because("directory.refused.rules-begun");
    }
    int gone =
        jdbc.sql("delete from directory.business_rule where organization = ? and valid_from = ?")
            .params(organization.value(), validFrom)
            .update();
    if (gone == 0) {
      throw new AbsentException("business rules");
    }
    audit.changed("business-days.withdrawn", organization.value(), List.of(), validFrom.toString());
  }

  /**
   * Says that one day differs from the rules; what was said of that day before is replaced.
   *
   * @throws RefusedException for another organisation's days
   */
  public void except(OrganizationId organization, DatedException exception) {
    onlyOwn(organization);
    remove(organization, exception.date());
    jdbc.sql("insert into directory.exception_day values (?, ?, ?)")
        .params(organization.value(), exception.date(), exception.reason())
        .update();
    for (OpenInterval interval : exception.hours().intervals()) {
      jdbc.sql("insert into directory.exception_hours values (?, ?, ?, ?)")
          .params(organization.value(), exception.date(), interval.opens(), interval.closes())
          .update();
    }
    audit.changed(
        "business-days.excepted",
        organization.value(),
        List.of(),
        exception.date() + (exception.hours().isClosed() ? " closed" : " open"));
  }

  /**
   * Lets a day follow the rules again.
   *
   * @throws RefusedException for another organisation's days
   * @throws AbsentException when the day follows them anyway
   */
  public void follow(OrganizationId organization, LocalDate day) {
    onlyOwn(organization);
    if (remove(organization, day) == 0) {
      throw new AbsentException("exception day");
    }
    audit.changed("business-days.followed", organization.value(), List.of(), day.toString());
  }

  private int remove(OrganizationId organization, LocalDate day) {
    return jdbc.sql("delete from directory.exception_day where organization = ? and day = ?")
        .params(organization.value(), day)
        .update();
  }

  /** The database refuses it too; this says so in words. */
  private static void onlyOwn(OrganizationId organization) {
    if (!(Acting.current() instanceof Actor.Member member)
        || !member.organization().equals(organization.value())) {
      throw RefusedException.because("directory.refused.not-own-days");
    }
  }

  private Map<OrganizationId, List<BusinessRules>> rules(Collection<OrganizationId> wanted) {
    List<UUID> ids = wanted.stream().map(OrganizationId::value).distinct().toList();
    return BusinessRows.rules(
        jdbc.sql(
                """
                select * from directory.business_rule where organization in (:ids)
                order by organization, valid_from
                """)
            .param("ids", ids)
            .query(BusinessRows::version)
            .list(),
        jdbc.sql(
                """
                select * from directory.opening_hours where organization in (:ids)
                order by organization, valid_from, weekday, opens
                """)
            .param("ids", ids)
            .query(BusinessRows::weekly)
            .list(),
        jdbc.sql(
                """
                select * from directory.closing_period where organization in (:ids)
                order by organization, valid_from, first_month, first_day
                """)
            .param("ids", ids)
            .query(
                (row, _) ->
                    new BusinessRows.Closing(
                        BusinessRows.versionKey(row),
                        new YearlyClosing(
                            MonthDay.of(row.getInt("first_month"), row.getInt("first_day")),
                            MonthDay.of(row.getInt("last_month"), row.getInt("last_day")),
                            row.getString("reason"))))
            .list());
  }

  private Map<OrganizationId, List<DatedException>> exceptions(
      Collection<OrganizationId> wanted, LocalDate first) {
    record Row(
        OrganizationId organization, LocalDate day, String reason, Optional<OpenInterval> at) {}
    List<Row> rows =
        jdbc.sql(
                """
                select e.organization, e.day, e.reason, h.opens, h.closes
                from directory.exception_day e
                left join directory.exception_hours h
                  on h.organization = e.organization and h.day = e.day
                where e.organization in (:ids) and e.day >= :first
                order by e.organization, e.day, h.opens
                """)
            .param("ids", wanted.stream().map(OrganizationId::value).distinct().toList())
            .param("first", first)
            .query(
                (row, _) ->
                    new Row(
                        new OrganizationId(row.getObject("organization", UUID.class)),
                        row.getObject("day", LocalDate.class),
                        row.getString("reason"),
                        BusinessRows.interval(row)))
            .list();
    Map<OrganizationId, Map<LocalDate, List<Row>>> grouped =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    Row::organization,
                    Collectors.groupingBy(Row::day, java.util.TreeMap::new, Collectors.toList())));
    Map<OrganizationId, List<DatedException>> found = new HashMap<>();
    grouped.forEach(
        (organization, days) ->
            days.forEach(
                (day, parts) ->
                    found
                        .computeIfAbsent(organization, _ -> new ArrayList<>())
                        .add(
                            new DatedException(
                                day,
                                new DayHours(
                                    parts.stream().flatMap(part -> part.at().stream()).toList()),
                                parts.getFirst().reason()))));
    return found;
  }
}
