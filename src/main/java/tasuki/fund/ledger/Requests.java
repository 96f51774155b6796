package tasuki.fund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.Branch;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;

/** What is asked of the state for a year (要望額): computed, and as it was filed. */
@Service
@Transactional
public class Requests {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Categories categories;
  private final Editions editions;

  Requests(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Categories categories,
      Editions editions) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.categories = categories;
    this.editions = editions;
  }

  /** What programmes plan to draw of the year's own money, as it stands now. */
  @Transactional(readOnly = true)
  public RequestTable computed(Branch branch, FiscalYear year) {
    Map<Category, RequestTable.Line> found =
        jdbc
            .sql(
                """
                with asking as (
                  select f.year, f.category,
                    sum(f.national) filter (where f.vintage = :year) as national,
                    sum(f.prefecture) filter (where f.vintage = :year) as prefecture,
                    sum(f.national + f.prefecture + f.operators + f.other) as cost
                  from fund.financing f
                  join programme.year y on y.id = f.year
                  join programme.edition ed on ed.id = y.edition
                  where f.stage = 'PLANNED' and ed.fiscal_year = :year
                  group by 1, 2
                )
                select category, count(*) as programmes, sum(national) as national,
                  sum(prefecture) as prefecture, sum(cost) as cost
                from asking where national + prefecture > 0 group by 1
                """)
            .param("year", year.year())
            .query((row, _) -> line(row))
            .list()
            .stream()
            .collect(Collectors.toMap(RequestTable.Line::category, Function.identity()));
    return new RequestTable(
        categories.of(branch, year).stream()
            .map(one -> found.getOrDefault(one, new RequestTable.Line(one, 0, 0, 0, 0)))
            .toList());
  }

  /** The versions that were filed, the latest first. */
  @Transactional(readOnly = true)
  public List<Filed> filed(Branch branch, FiscalYear year) {
    return jdbc.sql(
            """
            select * from fund.request where branch = ? and fiscal_year = ? order by version desc
            """)
        .params(branch.name(), year.year())
        .query(
            (row, _) ->
                new Filed(
                    row.getInt("version"),
                    filed(row.getObject("id", UUID.class)),
                    row.getString("note"),
                    row.getObject("account", UUID.class),
                    JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }

  private RequestTable filed(UUID request) {
    return new RequestTable(
        jdbc.sql(
                """
                select l.* from fund.request_line l join fund.category c on c.code = l.category
                where l.request = ? order by c.position
                """)
            .param(request)
            .query((row, _) -> line(row))
            .list());
  }

  private RequestTable.Line line(ResultSet row) throws SQLException {
    return new RequestTable.Line(
        categories.get(row.getString("category")),
        row.getInt("programmes"),
        row.getLong("national"),
        row.getLong("prefecture"),
        row.getLong("cost"));
  }

  /**
   * Keeps what is computed now as it is sent to the state.
   *
   * @throws RefusedException when nothing is asked for, nothing changed since the last version, or
   *     somebody filed at the same moment
   */
  public int file(Branch branch, FiscalYear year, @Nullable String note) {
    editions.letCompile("fund");
    RequestTable table = computed(branch, year);
    Optional<Filed> last = filed(branch, year).stream().findFirst();
    if (table.fund() == 0) {
      throw RefusedException.because("fund.request.refused.nothing");
    }
    if (last.filter(one -> one.table().equals(table)).isPresent()) {
      throw RefusedException.because("fund.request.refused.unchanged");
    }
    int version = last.map(Filed::version).orElse(0) + 1;
    UUID id = write(branch, year, version, note);
    table.lines().forEach(line -> write(id, line));
    audit.changed(
        "fund.request-filed",
        id,
        List.of(),
        "%s %d v%d: %s → %d"
            .formatted(
                branch,
                year.year(),
                version,
                last.map(one -> one.table().fund()).orElse(null),
                table.fund()));
    return version;
  }

  private UUID write(Branch branch, FiscalYear year, int version, @Nullable String note) {
    UUID id = ids.next();
    try {
      jdbc.sql(
              """
              insert into fund.request (id, branch, fiscal_year, version, note, at)
              values (:id, :branch, :year, :version, :note, :at)
              """)
          .param("id", id)
          .param("branch", branch.name())
          .param("year", year.year())
          .param("version", version)
          .param("note", note)
          .param("at", OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException meanwhile) {
      throw RefusedException.because("fund.request.refused.meanwhile");
    }
    return id;
  }

  private void write(UUID request, RequestTable.Line line) {
    jdbc.sql(
            """
            insert into fund.request_line (request, category, programmes, national, prefecture, cost)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            request,
            line.category().code(),
            line.programmes(),
            line.national(),
            line.prefecture(),
            line.cost())
        .update();
  }
}
