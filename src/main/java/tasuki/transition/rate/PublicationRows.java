package tasuki.transition.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.transition.rate.YearCounts.Cell;
import tasuki.transition.rate.YearCounts.Count;

/** The rows of publications: what stands on the page, and what was counted behind it. */
@Component
class PublicationRows {

  private final JdbcClient jdbc;

  PublicationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whoever publishes waits here for each other, so that no version comes twice. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('transition.publication'))")
        .query((_, _) -> true)
        .single();
  }

  List<Publications.Published> all() {
    return jdbc.sql("select * from transition.publication order by fiscal_year desc, version desc")
        .query(
            (row, _) ->
                new Publications.Published(
                    row.getObject("id", UUID.class),
                    new FiscalYear(row.getInt("fiscal_year")),
                    row.getInt("version"),
                    row.getObject("published_at", OffsetDateTime.class),
                    Standard.read(row.getString("standard")),
                    row.getString("reason")))
        .list();
  }

  /** What stands on the page. */
  Map<Cell, PublicTable.Shown> shown(UUID publication, Rate rate) {
    Map<Cell, PublicTable.Shown> shown = new HashMap<>();
    jdbc.sql("select * from transition.publication_figure where publication = ? and rate = ?")
        .params(publication, rate.name())
        .query(
            (row, _) ->
                Map.entry(
                    cell(row),
                    new PublicTable.Shown(
                        row.getObject("cases", Long.class),
                        row.getObject("done", Long.class),
                        row.getBoolean("former"))))
        .list()
        .forEach(one -> shown.put(one.getKey(), one.getValue()));
    return shown;
  }

  /** The table as it was published, with what was counted behind it. */
  PublicTable table(UUID publication, Rate rate) {
    Map<Cell, Count> counts = new HashMap<>();
    Map<Cell, PublicTable.Told> told = new HashMap<>();
    jdbc.sql("select * from transition.publication_count where publication = ? and rate = ?")
        .params(publication, rate.name())
        .query(
            (row, _) -> {
              Cell cell = cell(row);
              counts.put(cell, new Count(row.getLong("cases"), row.getLong("done")));
              told.put(
                  cell,
                  new PublicTable.Told(row.getBoolean("cases_told"), row.getBoolean("done_told")));
              return cell;
            })
        .list();
    return new PublicTable(new YearCounts(counts), told, shown(publication, rate));
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        YearCounts.Kind.valueOf(row.getString("kind")),
        row.getString("code"),
        row.getString("care_group"));
  }

  void add(Publications.Published published, Map<Rate, PublicTable> tables) {
    jdbc.sql(
            """
            insert into transition.publication (id, fiscal_year, version, published_at, standard,
              reason)
            values (:id, :year, :version, :at, :standard::jsonb, :reason)
            """)
        .param("id", published.id())
        .param("year", published.year().year())
        .param("version", published.version())
        .param("at", published.at())
        .param("standard", published.standard().json())
        .param("reason", published.reason())
        .update();
    tables.forEach(
        (rate, table) ->
            table.counts().sorted().forEach((cell, _) -> add(published.id(), rate, cell, table)));
  }

  private void add(UUID publication, Rate rate, Cell cell, PublicTable table) {
    Count count = Objects.requireNonNull(table.counts().counts().get(cell));
    PublicTable.Told told = Objects.requireNonNull(table.told().get(cell));
    PublicTable.Shown shown = Objects.requireNonNull(table.shown().get(cell));
    jdbc.sql(
            """
            with counted as (
              insert into transition.publication_count (publication, rate, kind, code, care_group,
                cases, done, cases_told, done_told)
              values (:publication, :rate, :kind, :code, :group, :cases, :done, :casesTold,
                :doneTold))
            insert into transition.publication_figure (publication, rate, kind, code, care_group,
              cases, done, former)
            values (:publication, :rate, :kind, :code, :group, :casesShown, :doneShown, :former)
            """)
        .param("publication", publication)
        .param("rate", rate.name())
        .param("kind", cell.kind().name())
        .param("code", cell.code())
        .param("group", cell.group())
        .param("cases", count.all())
        .param("done", count.done())
        .param("casesTold", told.all())
        .param("doneTold", told.done())
        .param("casesShown", shown.all(), java.sql.Types.BIGINT)
        .param("doneShown", shown.done(), java.sql.Types.BIGINT)
        .param("former", shown.former())
        .update();
  }
}
