package tasuki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationKind;

/** The entries of a register as a list, narrowed by what stands in the address. */
@Repository
class EntryList {

  /** Which entries are wanted. */
  enum Which {
    /** Those that hold today. */
    HOLDING,
    /** Those that end within the time in which they are renewed. */
    ENDING,
    /** Those that ended, as far as one may know. */
    ENDED
  }

  /**
   * What one looks for.
   *
   * @param words part of a name or a number
   * @param after the last entry of the page before
   */
  record Wanted(String register, String words, Which which, Optional<UUID> after) {}

  /** An entry with its organisation. */
  record Line(Entry entry, String organization, OrganizationKind kind, String address) {}

  /** How many hold in a register, and how many of them end soon. */
  record Count(int holding, int ending) {}

  private final JdbcClient jdbc;

  EntryList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<Line> find(Wanted wanted, LocalDate today, LocalDate horizon, int most) {
    Map<String, Object> values = new HashMap<>();
    values.put("register", wanted.register());
    values.put("today", today);
    values.put("words", wanted.words());
    values.put("most", most);
    StringBuilder sql =
        new StringBuilder(
            """
            select entry.*, o.name as organization_name, o.kind as organization_kind, o.address
            from register.entry entry
            join directory.organization o on o.id = entry.organization
            where entry.register = :register
              and position(lower(normalize(:words, nfkc)) in lower(normalize(o.name
                || ' ' || coalesce(entry.holder_name, '') || ' ' || entry.number, nfkc))) > 0
            """);
    narrow(sql, values, wanted, horizon);
    sql.append(" order by o.kana, entry.id limit :most");
    return jdbc.sql(sql.toString()).params(values).query(EntryList::line).list();
  }

  private static void narrow(
      StringBuilder sql, Map<String, Object> values, Wanted wanted, LocalDate horizon) {
    switch (wanted.which()) {
      case HOLDING ->
          sql.append(
              """
               and entry.state = 'VALID'
               and (entry.valid_until is null or entry.valid_until >= :today)
              """);
      case ENDING -> {
        values.put("horizon", horizon);
        sql.append(
            """
             and entry.state = 'VALID' and entry.valid_until between :today and :horizon
            """);
      }
      case ENDED ->
          sql.append(
              """
               and (entry.state <> 'VALID' or entry.valid_until < :today)
              """);
    }
    wanted
        .after()
        .ifPresent(
            after -> {
              values.put("after", after);
              sql.append(
                  """
                   and (o.kana, entry.id) > (select before.kana, last.id from register.entry last
                     join directory.organization before on before.id = last.organization
                     where last.id = :after)
                  """);
            });
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        Entries.entry(row, number),
        row.getString("organization_name"),
        OrganizationKind.valueOf(row.getString("organization_kind")),
        row.getString("address"));
  }

  /** The counts of every register, by its code. */
  @Transactional(readOnly = true)
  public Map<String, Count> counts(LocalDate today) {
    Map<String, Count> counts = new HashMap<>();
    jdbc.sql(
            """
            select entry.register, count(*) as holding,
              count(*) filter (where not entry.listed and entry.valid_until <= :today::date
                + coalesce((select max(d) from unnest(version.remind_days) d), 90)) as ending
            from register.entry entry
            cross join lateral register.in_force(entry.register, :today) version
            where entry.state = 'VALID'
              and (entry.valid_until is null or entry.valid_until >= :today)
            group by entry.register
            """)
        .param("today", today)
        .query(
            row -> {
              counts.put(
                  row.getString("register"),
                  new Count(row.getInt("holding"), row.getInt("ending")));
            });
    return counts;
  }
}
