package tasuki.directory.search;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;

/** What the index reads from the database. */
@Component
@Transactional(readOnly = true)
class IndexSource {

  /**
   * How far the log of changes is settled.
   *
   * @param database tells this database from any other
   * @param until the oldest transaction that still runs; everything below is over
   * @param settledNumber the last number of a change below it
   * @param forgottenUntil changes up to this number are gone from the log
   */
  record Horizon(String database, String until, long settledNumber, long forgottenUntil) {

    /** Whether so many transactions were begun since that it is worth remembering. */
    boolean moved(String before, int atLeast) {
      return Long.parseUnsignedLong(until) - Long.parseUnsignedLong(before) >= atLeast;
    }
  }

  /** A line of the log. */
  record Note(long number, UUID organization) {}

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Areas areas;
  private final Clock clock;

  IndexSource(JdbcClient jdbc, Organizations organizations, Areas areas, Clock clock) {
    this.areas = areas;
    this.clock = clock;
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  public Horizon horizon() {
    return jdbc.sql(
            """
            select coalesce((select id::text from directory.organization
                where kind = 'PERSON_AND_FAMILY' limit 1), '') as database,
              pg_snapshot_xmin(pg_current_snapshot())::text as until,
              coalesce((select max(number) from directory.search_change
                where written_by < pg_snapshot_xmin(pg_current_snapshot())), 0) as settled,
              coalesce((select min(number) - 1 from directory.search_change), 0) as forgotten
            """)
        .query(
            (row, _) ->
                new Horizon(
                    row.getString("database"),
                    row.getString("until"),
                    row.getLong("settled"),
                    row.getLong("forgotten")))
        .single();
  }

  /** The changes that are visible now and were not settled at that time. */
  public List<Note> since(String until) {
    return jdbc.sql(
            """
            select number, organization from directory.search_change
            where written_by >= :until::xid8 order by number
            """)
        .param("until", until)
        .query(
            (row, _) -> new Note(row.getLong("number"), row.getObject("organization", UUID.class)))
        .list();
  }

  /** The base units of the own ground by their codes. */
  public Map<String, BaseUnit> ground() {
    return areas.baseUnits(JapanTime.today(clock)).stream()
        .collect(Collectors.toMap(BaseUnit::code, Function.identity()));
  }

  public Collection<Organization> organizations(Collection<UUID> ids) {
    return organizations.byId(ids.stream().map(OrganizationId::new).toList()).values();
  }

  /** The next organisations in the order of their ids. */
  public List<Organization> after(UUID id, int most) {
    return organizations.after(new OrganizationId(id), most);
  }
}
