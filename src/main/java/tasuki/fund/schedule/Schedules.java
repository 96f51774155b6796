package tasuki.fund.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.Branch;
import tasuki.kernel.AbsentException;
import tasuki.programme.Editions;

/**
 * The steps of the fund's years. Whether one is done is never typed: it follows from the calls,
 * proposals, requests, plans and evaluations that are kept here.
 */
@Service
@Transactional
public class Schedules {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final Editions editions;

  Schedules(JdbcClient jdbc, Clock clock, AuditLog audit, Editions editions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.editions = editions;
  }

  private static final String COUNTS =
      """
      with own(organization) as (select programme.staff_organization()), sheets as (
        select s.year, coalesce(e.finished, false) as finished
        from fund.sheet s
        join fund.category k on k.code = s.category
        join programme.year y on y.id = s.year
        join programme.edition ed on ed.id = y.edition
        left join fund.evaluation e on e.year = s.year and e.evaluation_year = :year + 1
        where k.branch = :branch and ed.fiscal_year = :year
          and s.organization = (select organization from own)
      ), proposals as (
        select p.state from fund.proposal p join fund.call c on c.id = p.call
        where c.branch = :branch and c.fiscal_year = :year
          and c.organization = (select organization from own)
          and p.state in ('WITH_BODY', 'RECEIVED', 'ADOPTED', 'DECLINED')
      )
      select
        p.of as proposals_of, p.of as proposals_finished,
        p.of as decision_of, p.decided as decision_finished,
        r.filed as request_of, r.filed as request_finished,
        a.said as allocation_of, a.said as allocation_finished,
        n.of as plan_of, n.decided as plan_finished,
        s.of as evaluation_of, s.finished as evaluation_finished
      from
        (select count(*) as of, count(*) filter (where state in ('ADOPTED', 'DECLINED')) as decided
          from proposals) p,
        (select count(*) as filed from fund.request
          where branch = :branch and fiscal_year = :year
            and organization = (select organization from own)) r,
        (select count(distinct a.category) as said from fund.allocation a
          join fund.category k on k.code = a.category
          where k.branch = :branch and a.fiscal_year = :year
            and a.organization = (select organization from own)) a,
        (select count(*) as of, count(*) filter (where state = 'DECIDED') as decided from fund.plan
          where branch = :branch and fiscal_year = :year
            and organization = (select organization from own)) n,
        (select count(*) as of, count(*) filter (where finished) as finished from sheets) s
      """;

  private static final String DUE =
      """
      select branch, fiscal_year, step, due from fund.step_due
      where organization = programme.staff_organization() and fiscal_year between :first and :last
      union all
      select branch, fiscal_year, 'PROPOSALS', max(accept_until) from fund.call
      where published and organization = programme.staff_organization()
        and fiscal_year between :first and :last
      group by branch, fiscal_year
      """;

  /** A year of a branch. */
  private record Course(Branch branch, FiscalYear year) {}

  /** By when steps are to be done; of proposals the calls say it. */
  private Map<Course, Map<Step, LocalDate>> due(FiscalYear first, FiscalYear last) {
    Map<Course, Map<Step, LocalDate>> due = new HashMap<>();
    jdbc.sql(DUE)
        .param("first", first.year())
        .param("last", last.year())
        .query(
            row -> {
              Course course =
                  new Course(
                      Branch.valueOf(row.getString("branch")),
                      new FiscalYear(row.getInt("fiscal_year")));
              due.computeIfAbsent(course, _ -> new EnumMap<>(Step.class))
                  .put(Step.valueOf(row.getString("step")), row.getObject("due", LocalDate.class));
            });
    return due;
  }

  private Map<Step, LocalDate> due(Course course) {
    return due(course.year(), course.year()).getOrDefault(course, Map.of());
  }

  /** The steps of a year, in their order. */
  @Transactional(readOnly = true)
  public List<Stage> of(Branch branch, FiscalYear year) {
    Course course = new Course(branch, year);
    return stages(course, due(course));
  }

  private List<Stage> stages(Course course, Map<Step, LocalDate> due) {
    return jdbc.sql(COUNTS)
        .param("branch", course.branch().name())
        .param("year", course.year().year())
        .query((row, _) -> stages(course, due, row))
        .single();
  }

  private List<Stage> stages(Course course, Map<Step, LocalDate> due, ResultSet row)
      throws SQLException {
    LocalDate until = due.get(Step.PROPOSALS);
    boolean over = until != null && until.isBefore(JapanTime.today(clock));
    List<Stage> stages = new ArrayList<>();
    for (Step step : Step.values()) {
      int of = row.getInt(step + "_of");
      int finished = row.getInt(step + "_finished");
      boolean done =
          switch (step) {
            case PROPOSALS -> over;
            case DECISION -> over && finished == of;
            case REQUEST, ALLOCATION, PLAN, EVALUATION -> of > 0 && finished == of;
          };
      stages.add(
          new Stage(course.branch(), course.year(), step, due.get(step), done, finished, of));
    }
    return stages;
  }

  /**
   * What is dated and not done of both branches, from the plans of the year before to those of the
   * next year, what presses most first. Years in which nothing is dated are not looked at.
   */
  @Transactional(readOnly = true)
  public List<Stage> open() {
    FiscalYear now = FiscalYear.of(JapanTime.today(clock));
    List<Stage> open = new ArrayList<>();
    due(now.previous(), now.next())
        .forEach(
            (course, due) ->
                stages(course, due).stream()
                    .filter(one -> !one.done() && one.due() != null)
                    .forEach(open::add));
    open.sort(
        Comparator.comparing(Stage::due)
            .thenComparing(Stage::step)
            .thenComparing(Stage::branch)
            .thenComparing(Stage::year));
    return open;
  }

  /**
   * Says by when the steps of a year are to be done; a step without a day is not dated any more.
   *
   * @throws AbsentException when the acting account does not compile
   */
  public void date(Branch branch, FiscalYear year, Map<Step, ? extends @Nullable LocalDate> due) {
    editions.letCompile("fund");
    Map<Step, LocalDate> before = due(new Course(branch, year));
    List<String> changed = new ArrayList<>();
    for (Step step : Step.dated()) {
      LocalDate day = due.get(step);
      if (day == null) {
        if (before.containsKey(step)) {
          changed.add(step + " –");
          jdbc.sql("delete from fund.step_due where branch = ? and fiscal_year = ? and step = ?")
              .params(branch.name(), year.year(), step.name())
              .update();
        }
      } else if (!day.equals(before.get(step))) {
        changed.add(step + " " + day);
        jdbc.sql(
                """
                insert into fund.step_due (branch, fiscal_year, step, due) values (?, ?, ?, ?)
                on conflict (organization, branch, fiscal_year, step) do update set due = excluded.due
                """)
            .params(branch.name(), year.year(), step.name(), day)
            .update();
      }
    }
    if (!changed.isEmpty()) {
      String of = branch + " " + year.year() + ": ";
      audit.changed("fund.dated", null, List.of(), of + String.join(", ", changed));
    }
  }
}
