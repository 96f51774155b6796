package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Idempotency;
import tasuki.kernel.Ids;

/**
 * The hospital's register of meetings with linked institutions (連携機関), which grade 1 of 入退院支援加算
 * wants to be so many a year. It holds no persons.
 */
@Component
public class Meetings {

  /** Grade 1: so many linked institutions, each met so often a year. */
  static final int INSTITUTIONS = 25;

  static final int TIMES = 3;

  /** A meeting. */
  public record Meeting(
      UUID id, LocalDate on, Mode mode, @Nullable String about, List<String> partners) {}

  /** A linked institution and how often it was met. */
  public record Partner(String name, int times) {}

  /** A fiscal year of the register. */
  public record Year(FiscalYear year, List<Partner> partners, List<Meeting> meetings) {

    long oftenEnough() {
      return partners.stream().filter(partner -> partner.times() >= TIMES).count();
    }
  }

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Idempotency idempotency;
  private final AuditLog audit;

  Meetings(JdbcClient jdbc, Ids ids, Clock clock, Idempotency idempotency, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.idempotency = idempotency;
    this.audit = audit;
  }

  /** The acting hospital's meetings of a fiscal year; a partner counts once a day. */
  @Transactional(readOnly = true)
  public Year of(FiscalYear year) {
    record Row(UUID id, LocalDate on, Mode mode, @Nullable String about, String partner) {}
    List<Row> rows =
        jdbc.sql(
                """
                select meeting.*, partner.name as partner_name from transition.meeting meeting
                join transition.meeting_partner partner on partner.meeting = meeting.id
                where meeting.hospital = kernel.organization() and meeting.withdrawn_at is null
                  and meeting.held_on between :first and :last
                order by meeting.held_on desc, meeting.id, partner.name
                """)
            .param("first", year.firstDay())
            .param("last", year.lastDay())
            .query(
                (row, _) ->
                    new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("held_on", LocalDate.class),
                        Mode.valueOf(row.getString("mode")),
                        row.getString("about"),
                        row.getString("partner_name")))
            .list();
    Map<String, Integer> times = new LinkedHashMap<>();
    rows.stream()
        .map(row -> Map.entry(row.partner(), row.on()))
        .distinct()
        .forEach(met -> times.merge(met.getKey(), 1, Integer::sum));
    List<Partner> partners =
        times.entrySet().stream()
            .map(entry -> new Partner(entry.getKey(), entry.getValue()))
            .sorted((one, other) -> Integer.compare(other.times(), one.times()))
            .toList();
    List<Meeting> meetings =
        rows.stream()
            .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(
                same -> {
                  Row first = same.getFirst();
                  return new Meeting(
                      first.id(),
                      first.on(),
                      first.mode(),
                      first.about(),
                      same.stream().map(Row::partner).toList());
                })
            .toList();
    return new Year(year, partners, meetings);
  }

  /** Those met in the two years before, to be ticked. */
  @Transactional(readOnly = true)
  public List<String> known() {
    return jdbc.sql(
            """
            select distinct partner.name from transition.meeting_partner partner
            join transition.meeting meeting on meeting.id = partner.meeting
            where meeting.hospital = kernel.organization() and meeting.withdrawn_at is null
              and meeting.held_on > :since
            order by partner.name
            """)
        .param("since", JapanTime.today(clock).minusYears(2))
        .query((row, _) -> row.getString("name"))
        .list();
  }

  /**
   * Notes a meeting with one or more institutions.
   *
   * @throws tasuki.kernel.RefusedException when the day lies ahead
   */
  @Transactional
  public void record(
      LocalDate on, Mode mode, @Nullable String about, Collection<String> partners, UUID key) {
    StayPolicy.hasHappened(on, null, JapanTime.now(clock)).orThrow();
    idempotency.once(
        key,
        () -> {
          UUID id = ids.next();
          jdbc.sql(
                  """
                  insert into transition.meeting (id, held_on, mode, about, at)
                  values (:id, :on, :mode, :about, :at)
                  """)
              .param("id", id)
              .param("on", on)
              .param("mode", mode.name())
              .param("about", about)
              .param("at", OffsetDateTime.now(clock))
              .update();
          for (String partner : partners) {
            jdbc.sql(
                    """
                    insert into transition.meeting_partner (meeting, name, organization)
                    values (:meeting, :name,
                      (select id from directory.organization where name = :name limit 1))
                    on conflict do nothing
                    """)
                .param("meeting", id)
                .param("name", partner)
                .update();
          }
          audit.changed("transition.meeting", id, List.of(), null);
          return id;
        });
  }

  /** Takes a meeting out of the register. */
  @Transactional
  public void withdraw(UUID meeting) {
    int changed =
        jdbc.sql(
                """
                update transition.meeting set withdrawn_at = :at
                where id = :id and withdrawn_at is null
                """)
            .param("at", OffsetDateTime.now(clock))
            .param("id", meeting)
            .update();
    if (changed == 0) {
      throw new AbsentException("meeting");
    }
    audit.changed("transition.meeting-withdrawn", meeting, List.of(), null);
  }
}
