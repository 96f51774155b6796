package tasuki.fund.proposing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.fund.Branch;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tasuki.programme.SeriesId;

/** The calls for proposals: the division that compiles writes and publishes them. */
@Service
@Transactional
public class Calls {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final Editions editions;

  Calls(JdbcClient jdbc, Ids ids, AuditLog audit, Editions editions) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.editions = editions;
  }

  /** Every call that the reader may see, the latest year first. */
  @Transactional(readOnly = true)
  public List<Call> all() {
    return jdbc.sql("select * from fund.call order by fiscal_year desc, id desc")
        .query(this::call)
        .list();
  }

  /**
   * The call.
   *
   * @throws AbsentException when the reader may not see it
   */
  @Transactional(readOnly = true)
  public Call get(CallId id) {
    return jdbc.sql("select * from fund.call where id = ?")
        .param(id.value())
        .query(this::call)
        .optional()
        .orElseThrow(() -> new AbsentException("call"));
  }

  /**
   * The call, for whoever may change it.
   *
   * @throws AbsentException when the acting account may not
   */
  @Transactional(readOnly = true)
  public Call changeable(CallId id) {
    Call call = get(id);
    if (!editions.compilesFor(call.organization())) {
      throw new AbsentException("call");
    }
    return call;
  }

  /** Writes a call that nobody else sees yet. */
  public CallId write(CallEntry entry) {
    CallId id = new CallId(ids.next());
    jdbc.sql(
            """
            insert into fund.call (id, branch, fiscal_year, title, purpose, criteria, consult_from,
              consult_until, accept_from, accept_until, series)
            values (:id, :branch, :year, :title, :purpose, :criteria, :consultFrom, :consultUntil,
              :acceptFrom, :acceptUntil, :series)
            """)
        .param("id", id.value())
        .params(columns(entry))
        .update();
    lists(id, entry);
    audit.changed("fund.call-written", id.value(), List.of(), entry.title());
    return id;
  }

  /**
   * Says anew what a call says.
   *
   * @throws RefusedException when somebody changed it meanwhile
   */
  public void change(CallId id, CallEntry entry, int version) {
    int changed =
        jdbc.sql(
                """
                update fund.call set branch = :branch, fiscal_year = :year, title = :title,
                  purpose = :purpose, criteria = :criteria, consult_from = :consultFrom,
                  consult_until = :consultUntil, accept_from = :acceptFrom,
                  accept_until = :acceptUntil, series = :series, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .params(columns(entry))
            .update();
    if (changed == 0) {
      throw RefusedException.because("fund.refused.changed-meanwhile");
    }
    lists(id, entry);
    audit.changed("fund.call-changed", id.value(), List.of(), entry.title());
  }

  /** Lets everybody read the call, or takes it back while nobody has proposed anything. */
  public void publish(CallId id, boolean published) {
    Call call = changeable(id);
    if (!published && used(id)) {
      throw RefusedException.because("fund.refused.call-used");
    }
    jdbc.sql("update fund.call set published = ?, version = version + 1 where id = ?")
        .params(published, id.value())
        .update();
    audit.changed(
        published ? "fund.call-published" : "fund.call-withdrawn",
        id.value(),
        List.of(),
        call.entry().title());
  }

  private boolean used(CallId id) {
    return jdbc.sql("select exists (select from fund.proposal where call = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  private void lists(CallId id, CallEntry entry) {
    for (String table : List.of("call_category", "standard")) {
      jdbc.sql("delete from fund." + table + " where call = ?").param(id.value()).update();
    }
    for (String category : entry.categories()) {
      jdbc.sql("insert into fund.call_category (call, category) values (?, ?)")
          .params(id.value(), category)
          .update();
    }
    for (Standard standard : entry.standards()) {
      jdbc.sql(
              """
              insert into fund.standard (call, number, category, name, unit, unit_yen)
              values (:call, :number, :category, :name, :unit, :yen)
              """)
          .param("call", id.value())
          .param("number", standard.number())
          .param("category", standard.category())
          .param("name", standard.name())
          .param("unit", standard.unit())
          .param("yen", standard.unitYen())
          .update();
    }
  }

  private static Map<String, @Nullable Object> columns(CallEntry entry) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    CallEntry.Period consultation = entry.consultation();
    columns.put("branch", entry.branch().name());
    columns.put("year", entry.year().year());
    columns.put("title", entry.title());
    columns.put("purpose", entry.purpose());
    columns.put("criteria", entry.criteria());
    columns.put("consultFrom", consultation == null ? null : consultation.from());
    columns.put("consultUntil", consultation == null ? null : consultation.until());
    columns.put("acceptFrom", entry.acceptance().from());
    columns.put("acceptUntil", entry.acceptance().until());
    columns.put("series", entry.series().value());
    return columns;
  }

  private Call call(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    LocalDate consultFrom = row.getObject("consult_from", LocalDate.class);
    CallEntry entry =
        new CallEntry(
            Branch.valueOf(row.getString("branch")),
            new FiscalYear(row.getInt("fiscal_year")),
            row.getString("title"),
            row.getString("purpose"),
            row.getString("criteria"),
            consultFrom == null
                ? null
                : new CallEntry.Period(
                    consultFrom, row.getObject("consult_until", LocalDate.class)),
            new CallEntry.Period(
                row.getObject("accept_from", LocalDate.class),
                row.getObject("accept_until", LocalDate.class)),
            new SeriesId(row.getObject("series", UUID.class)),
            categories(id),
            standards(id));
    return new Call(
        new CallId(id),
        new OrganizationId(row.getObject("organization", UUID.class)),
        entry,
        row.getBoolean("published"),
        row.getInt("version"));
  }

  private List<String> categories(UUID call) {
    return jdbc.sql(
            """
            select c.code from fund.call_category k join fund.category c on c.code = k.category
            where k.call = ? order by c.position
            """)
        .param(call)
        .query((row, _) -> row.getString("code"))
        .list();
  }

  private List<Standard> standards(UUID call) {
    return jdbc.sql("select * from fund.standard where call = ? order by number")
        .param(call)
        .query(
            (row, _) ->
                new Standard(
                    row.getInt("number"),
                    row.getString("category"),
                    row.getString("name"),
                    row.getString("unit"),
                    row.getObject("unit_yen", Long.class)))
        .list();
  }
}
