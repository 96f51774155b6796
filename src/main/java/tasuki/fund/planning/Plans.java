package tasuki.fund.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.fund.Branch;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;
import tools.jackson.databind.json.JsonMapper;

/** The plans: written, shown to stakeholders, decided, and kept as they were each time. */
@Service
@Transactional
public class Plans {

  /**
   * A plan as it was shown or decided.
   *
   * @param decision the decision it rests on; null where it was shown for opinions
   */
  public record Version(
      int number,
      PlanState state,
      @Nullable LocalDate decidedOn,
      @Nullable String decision,
      UUID account,
      LocalDateTime at) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final PlanContents contents;
  private final Editions editions;

  Plans(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      PlanContents contents,
      Editions editions) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.contents = contents;
    this.editions = editions;
  }

  /** Every plan that the reader may see, the latest year first. */
  @Transactional(readOnly = true)
  public List<Plan> all() {
    return jdbc.sql("select * from fund.plan order by fiscal_year desc, branch desc, id")
        .query(Plans::plan)
        .list();
  }

  /**
   * The plan.
   *
   * @throws AbsentException when the reader may not see it
   */
  @Transactional(readOnly = true)
  public Plan get(PlanId id) {
    return jdbc.sql("select * from fund.plan where id = ?")
        .param(id.value())
        .query(Plans::plan)
        .optional()
        .orElseThrow(() -> new AbsentException("plan"));
  }

  /** Whether the acting account may change the plan. */
  @Transactional(readOnly = true)
  public boolean mayChange(Plan plan) {
    return editions.compilesFor(plan.organization());
  }

  /**
   * The plan, for whoever may change it.
   *
   * @throws AbsentException when the acting account may not
   */
  @Transactional(readOnly = true)
  public Plan changeable(PlanId id) {
    Plan plan = get(id);
    if (!mayChange(plan)) {
      throw new AbsentException("plan");
    }
    return plan;
  }

  /**
   * Begins the plan of a year.
   *
   * @throws RefusedException when there is one
   */
  public PlanId begin(FiscalYear year, Branch branch, String title, PlanTexts texts) {
    PlanId id = new PlanId(ids.next());
    try {
      jdbc.sql(
              """
              insert into fund.plan (id, branch, fiscal_year, title, texts)
              values (:id, :branch, :year, :title, :texts::jsonb)
              """)
          .param("id", id.value())
          .param("branch", branch.name())
          .param("year", year.year())
          .param("title", title)
          .param("texts", JSON.writeValueAsString(texts))
          .update();
    } catch (DuplicateKeyException stands) {
      throw RefusedException.because("fund.refused.plan-stands");
    }
    audit.changed("fund.plan-begun", id.value(), List.of(), title);
    return id;
  }

  /**
   * Says anew what a plan says.
   *
   * @throws RefusedException when it is decided, or somebody changed it meanwhile
   */
  public void write(PlanId id, String title, PlanTexts texts, int version) {
    Plan plan = changeable(id);
    if (plan.state() == PlanState.DECIDED) {
      throw RefusedException.because("fund.refused.plan-decided");
    }
    int changed =
        jdbc.sql(
                """
                update fund.plan set title = :title, texts = :texts::jsonb, version = version + 1
                where id = :id and version = :version
                """)
            .param("id", id.value())
            .param("version", version)
            .param("title", title)
            .param("texts", JSON.writeValueAsString(texts))
            .update();
    if (changed == 0) {
      throw RefusedException.because("fund.refused.changed-meanwhile");
    }
    audit.changed("fund.plan-written", id.value(), List.of(), title);
  }

  /** Shows it as it is now to the stakeholders whose opinion is asked. */
  public void ask(PlanId id) {
    Plan plan = changeable(id);
    become(plan, PlanState.ASKING);
    keep(plan, PlanState.ASKING, null, null);
  }

  /** Takes it back to the desk. */
  public void reopen(PlanId id) {
    become(changeable(id), PlanState.DRAFT);
  }

  /**
   * Decides it as it is now.
   *
   * @param decision which body decided what
   */
  public void decide(PlanId id, LocalDate on, String decision) {
    Plan plan = changeable(id);
    become(plan, PlanState.DECIDED);
    keep(plan, PlanState.DECIDED, on, decision);
  }

  private void become(Plan plan, PlanState next) {
    if (!plan.state().mayBecome(next)) {
      throw RefusedException.because("fund.refused.elsewhere");
    }
    int changed =
        jdbc.sql(
                """
                update fund.plan set state = ?, version = version + 1 where id = ? and version = ?
                """)
            .params(next.name(), plan.id().value(), plan.version())
            .update();
    if (changed == 0) {
      throw RefusedException.because("fund.refused.changed-meanwhile");
    }
    audit.changed("fund.plan-moved", plan.id().value(), List.of(), plan.state() + " → " + next);
  }

  private void keep(Plan plan, PlanState state, @Nullable LocalDate on, @Nullable String decision) {
    jdbc.sql(
            """
            insert into fund.plan_version (plan, number, state, decided_on, decision, content, at)
            select :plan, coalesce(max(number), 0) + 1, :state, :on::date, :decision,
              :content::jsonb, :at
            from fund.plan_version where plan = :plan
            """)
        .param("plan", plan.id().value())
        .param("state", state.name())
        .param("on", on)
        .param("decision", decision)
        .param("content", JSON.writeValueAsString(contents.of(plan)))
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** As it was shown and decided, the latest first. */
  @Transactional(readOnly = true)
  public List<Version> versions(PlanId id) {
    return jdbc.sql(
            """
            select number, state, decided_on, decision, account, at from fund.plan_version
            where plan = ? order by number desc
            """)
        .param(id.value())
        .query(
            (row, _) ->
                new Version(
                    row.getInt("number"),
                    PlanState.valueOf(row.getString("state")),
                    row.getObject("decided_on", LocalDate.class),
                    row.getString("decision"),
                    row.getObject("account", UUID.class),
                    JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }

  /**
   * What the plan said in a version.
   *
   * @throws AbsentException when there is none for the reader
   */
  @Transactional(readOnly = true)
  public PlanContent content(PlanId id, int number) {
    return jdbc.sql("select content from fund.plan_version where plan = ? and number = ?")
        .params(id.value(), number)
        .query((row, _) -> JSON.readValue(row.getString("content"), PlanContent.class))
        .optional()
        .orElseThrow(() -> new AbsentException("plan"));
  }

  private static Plan plan(ResultSet row, int number) throws SQLException {
    return new Plan(
        new PlanId(row.getObject("id", UUID.class)),
        new OrganizationId(row.getObject("organization", UUID.class)),
        Branch.valueOf(row.getString("branch")),
        new FiscalYear(row.getInt("fiscal_year")),
        row.getString("title"),
        JSON.readValue(row.getString("texts"), PlanTexts.class),
        PlanState.valueOf(row.getString("state")),
        row.getInt("version"));
  }
}
