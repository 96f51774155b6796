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

/** What the index reads, from the database. */
@Component
@Transactional(readOnly = true)
class DatabaseSource implements IndexSource {

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final Areas areas;
  private final Clock clock;

  DatabaseSource(JdbcClient jdbc, Organizations organizations, Areas areas, Clock clock) {
    this.areas = areas;
    this.clock = clock;
    this.jdbc = jdbc;
    this.organizations = organizations;
  }

  @Override
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

  @Override
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

  @Override
  @Transactional
  public void forget(int kept) {
    jdbc.sql(
            """
            delete from directory.search_change
            where number <= (select max(number) - :kept from directory.search_change)
              and written_by < pg_snapshot_xmin(pg_current_snapshot())
            """)
        .param("kept", kept)
        .update();
  }

  @Override
  public Map<String, BaseUnit> ground() {
    return areas.baseUnits(JapanTime.today(clock)).stream()
        .collect(Collectors.toMap(BaseUnit::code, Function.identity()));
  }

  @Override
  public Collection<Organization> organizations(Collection<UUID> ids) {
    return organizations.byId(ids.stream().map(OrganizationId::new).toList()).values();
  }

  @Override
  public List<Organization> after(UUID id, int most) {
    return organizations.after(new OrganizationId(id), most);
  }
}
