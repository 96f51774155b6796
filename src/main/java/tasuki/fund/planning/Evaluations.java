package tasuki.fund.planning;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.planning.Outcomes.Observed;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Programmes;
import tasuki.programme.YearId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came of programmes of a plan, by plan year and evaluation year. */
@Service
@Transactional
public class Evaluations {

  /** An evaluation as it is; one that nobody began has version -1. */
  public record Evaluation(
      FiscalYear evaluationYear, EvaluationEntry entry, boolean finished, int version) {}

  /** How an evaluation was when it was finished. */
  public record Version(
      EvaluationEntry entry, List<Observed> observed, UUID account, LocalDateTime at) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Programmes programmes;
  private final Outcomes outcomes;

  Evaluations(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Programmes programmes,
      Outcomes outcomes) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.programmes = programmes;
    this.outcomes = outcomes;
  }

  /** The evaluation of a sheet in a year; an empty one where nobody began it. */
  @Transactional(readOnly = true)
  public Evaluation get(Sheet sheet, FiscalYear evaluationYear) {
    return jdbc.sql(
            """
            select entry, finished, version from fund.evaluation
            where year = ? and evaluation_year = ?
            """)
        .params(sheet.year().id().value(), evaluationYear.year())
        .query(
            (row, _) ->
                new Evaluation(
                    evaluationYear,
                    JSON.readValue(row.getString("entry"), EvaluationEntry.class),
                    row.getBoolean("finished"),
                    row.getInt("version")))
        .optional()
        .orElseGet(() -> new Evaluation(evaluationYear, empty(), false, -1));
  }

  private static EvaluationEntry empty() {
    return new EvaluationEntry(List.of(), List.of(), true, null, null, null, null);
  }

  /**
   * Whether the evaluations of the programmes in that year are finished; absent where not begun.
   */
  @Transactional(readOnly = true)
  public Map<YearId, Boolean> states(Collection<YearId> years, FiscalYear evaluationYear) {
    Map<YearId, Boolean> states = new HashMap<>();
    jdbc.sql(
            """
            select year, finished from fund.evaluation
            where evaluation_year = :on and year = any (:years::uuid[])
            """)
        .param("on", evaluationYear.year())
        .param("years", years.stream().map(YearId::value).toArray(UUID[]::new))
        .query(
            (row, _) ->
                states.put(
                    new YearId(row.getObject("year", UUID.class)), row.getBoolean("finished")))
        .list();
    return states;
  }

  /**
   * Writes an evaluation; finished, it is kept as it is then.
   *
   * @param version as it was read; -1 for one that nobody began
   * @throws RefusedException when it lacks something and is to be finished, or was changed
   *     meanwhile
   */
  public void write(
      Sheet sheet, FiscalYear evaluationYear, EvaluationEntry entry, boolean finish, int version) {
    programmes.changeable(sheet.year().id());
    List<Observed> observed = outcomes.observed(sheet);
    boolean known = observed.stream().anyMatch(one -> one.value() != null);
    if (finish && !entry.missing(known).isEmpty()) {
      throw RefusedException.because("fund.refused.evaluation-incomplete");
    }
    if (version < 0
        ? begin(sheet, evaluationYear, entry, finish) == 0
        : change(sheet, evaluationYear, entry, finish, version) == 0) {
      throw RefusedException.because("fund.refused.changed-meanwhile");
    }
    if (finish) {
      keep(sheet, evaluationYear, entry, observed);
    }
    audit.changed(
        finish ? "fund.evaluation-finished" : "fund.evaluation-written",
        sheet.year().id().value(),
        List.of(),
        Integer.toString(evaluationYear.year()));
  }

  private int begin(Sheet sheet, FiscalYear evaluationYear, EvaluationEntry entry, boolean finish) {
    return jdbc.sql(
            """
            insert into fund.evaluation (year, evaluation_year, entry, finished)
            values (:year, :on, :entry::jsonb, :finished) on conflict do nothing
            """)
        .param("year", sheet.year().id().value())
        .param("on", evaluationYear.year())
        .param("entry", JSON.writeValueAsString(entry))
        .param("finished", finish)
        .update();
  }

  private int change(
      Sheet sheet, FiscalYear evaluationYear, EvaluationEntry entry, boolean finish, int version) {
    return jdbc.sql(
            """
            update fund.evaluation set entry = :entry::jsonb, finished = :finished,
              version = version + 1
            where year = :year and evaluation_year = :on and version = :version
            """)
        .param("year", sheet.year().id().value())
        .param("on", evaluationYear.year())
        .param("entry", JSON.writeValueAsString(entry))
        .param("finished", finish)
        .param("version", version)
        .update();
  }

  private void keep(
      Sheet sheet, FiscalYear evaluationYear, EvaluationEntry entry, List<Observed> observed) {
    jdbc.sql(
            """
            insert into fund.evaluation_version (id, year, evaluation_year, entry, observed, at)
            values (:id, :year, :on, :entry::jsonb, :observed::jsonb, :at)
            """)
        .param("id", ids.next())
        .param("year", sheet.year().id().value())
        .param("on", evaluationYear.year())
        .param("entry", JSON.writeValueAsString(entry))
        .param("observed", JSON.writeValueAsString(observed))
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** How it was each time it was finished, the latest first. */
  @Transactional(readOnly = true)
  public List<Version> versions(YearId year, FiscalYear evaluationYear) {
    return jdbc.sql(
            """
            select * from fund.evaluation_version where year = ? and evaluation_year = ?
            order by id desc
            """)
        .params(year.value(), evaluationYear.year())
        .query(
            (row, _) ->
                new Version(
                    JSON.readValue(row.getString("entry"), EvaluationEntry.class),
                    JSON.readValue(
                        row.getString("observed"), new TypeReference<List<Observed>>() {}),
                    row.getObject("account", UUID.class),
                    JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }
}
