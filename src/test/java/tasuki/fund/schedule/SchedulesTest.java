package tasuki.fund.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Branch;
import tasuki.kernel.AbsentException;
import tasuki.programme.Edition;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;

/** By when the steps of the fund's year are to be done, and when they are. */
class SchedulesTest {

  private static final FiscalYear YEAR = new FiscalYear(2026);

  private final Keeping keeping = new Keeping();
  private final Schedules schedules = House.bean(Schedules.class);
  private final JdbcClient owner = TestDatabase.asOwner();

  @Test
  void a_year_in_which_nothing_happened_has_all_its_steps_before_it() {
    assertThat(stages()).extracting(Stage::step).containsExactly(Step.values());
    assertThat(stages()).noneMatch(Stage::done).allMatch(one -> one.due() == null);
  }

  @Test
  void a_step_is_done_when_what_it_is_about_is_done() {
    UUID organization = keeping.compiler.organization();
    UUID account = keeping.compiler.account();
    Edition edition = keeping.list(2026, true);
    UUID call = UUID.randomUUID();
    owner
        .sql(
            """
            insert into fund.call (id, organization, branch, fiscal_year, title, purpose, criteria,
              accept_from, accept_until, series, published)
            values (?, ?, 'MEDICAL', 2026, '架空', '', '', ?, ?, ?, true)
            """)
        .params(
            call,
            organization,
            today().minusDays(30),
            today().plusDays(3),
            edition.series().id().value())
        .update();
    assertThat(done()).isEmpty();
    assertThat(stage(Step.PROPOSALS).due()).isEqualTo(today().plusDays(3));

    owner
        .sql("update fund.call set accept_until = ? where id = ?")
        .params(today().minusDays(1), call)
        .update();
    assertThat(done()).containsExactly(Step.PROPOSALS, Step.DECISION);

    UUID plan = UUID.randomUUID();
    owner
        .sql(
            """
            insert into fund.plan (id, organization, branch, fiscal_year, title, texts)
            values (?, ?, 'MEDICAL', 2026, '架空', '{}')
            """)
        .params(plan, organization)
        .update();
    assertThat(done()).doesNotContain(Step.PLAN);
    owner.sql("update fund.plan set state = 'DECIDED' where id = ?").param(plan).update();
    assertThat(done()).contains(Step.PLAN);

    owner
        .sql(
            """
            insert into fund.request (id, organization, branch, fiscal_year, version, account, at)
            values (?, ?, 'MEDICAL', 2026, 1, ?, now())
            """)
        .params(UUID.randomUUID(), organization, account)
        .update();
    assertThat(done()).contains(Step.REQUEST).doesNotContain(Step.ALLOCATION);
  }

  @Test
  void evaluations_are_done_when_the_last_sheet_of_the_branch_is_evaluated() {
    Edition edition = keeping.list(2026, true);
    ProgrammeYear first = keeping.add(edition, 1, keeping.nursing, false);
    ProgrammeYear second = keeping.add(edition, 2, keeping.nursing, false);
    for (ProgrammeYear year : List.of(first, second)) {
      owner
          .sql(
              "insert into fund.sheet (year, organization, category, entry) values (?, ?, 'II', '{}')")
          .params(year.id().value(), keeping.compiler.organization())
          .update();
    }
    evaluate(first, 2027);
    evaluate(second, 2028);
    Stage half = stage(Step.EVALUATION);
    assertThat(half.done()).isFalse();
    assertThat(half.finished()).isEqualTo(1);
    assertThat(half.of()).isEqualTo(2);
    evaluate(second, 2027);
    assertThat(stage(Step.EVALUATION).done()).isTrue();
  }

  private void evaluate(ProgrammeYear year, int in) {
    owner
        .sql(
            """
            insert into fund.evaluation (year, evaluation_year, organization, entry, finished)
            values (?, ?, ?, '{}', true)
            """)
        .params(year.id().value(), in, keeping.compiler.organization())
        .update();
  }

  @Test
  void what_is_dated_and_open_stands_in_the_order_of_its_days() {
    date(Map.of(Step.PLAN, today().plusDays(40), Step.REQUEST, today().minusDays(2)));
    List<Stage> open = House.as(keeping.nurse, schedules::open);
    assertThat(open).extracting(Stage::step).containsExactly(Step.REQUEST, Step.PLAN);
    assertThat(open.getFirst().isLate(today())).isTrue();
    assertThat(open.getLast().isNear(today())).isFalse();
    date(Map.of(Step.PLAN, today().plusDays(40)));
    assertThat(House.as(keeping.nurse, schedules::open)).hasSize(1);
  }

  @Test
  void the_division_that_compiles_sets_the_days_and_nobody_else() {
    assertThatThrownBy(
            () ->
                House.as(
                    keeping.nurse,
                    () -> {
                      schedules.date(Branch.MEDICAL, YEAR, Map.of(Step.PLAN, today()));
                      return null;
                    }))
        .isInstanceOf(AbsentException.class);
    String page = "/fund/schedule/MEDICAL/2026";
    Visitor officer = Keeping.signedIn(keeping.compiler);
    officer.get(page);
    Map<String, String> typed = new HashMap<>();
    typed.put("step.PLAN", "R9.3.31");
    typed.put("step.REQUEST", "来月");
    HttpResponse<String> wrong = officer.post(page, typed);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("国への要望:", "来月", "R9.3.31");
    typed.put("step.REQUEST", "2031-04-01");
    assertThat(officer.post(page, typed).body()).contains("令和7年度から令和10年度まで");
    typed.put("step.REQUEST", today().minusDays(3).toString());
    assertThat(officer.post(page, typed).body()).contains("期限を保存しました", "3日過ぎています", "令和9年3月31日");
    assertThat(officer.get("/").body()).contains("基金の期限");
    Visitor nurse = Keeping.signedIn(keeping.nurse);
    assertThat(nurse.get(page).body()).contains("令和9年3月31日").doesNotContain("期限を決める");
    assertThat(nurse.post(page, typed).statusCode()).isEqualTo(404);
    assertThat(officer.get("/fund/schedule/MEDICAL/1999").statusCode()).isEqualTo(404);
  }

  private void date(Map<Step, LocalDate> due) {
    House.as(
        keeping.compiler,
        () -> {
          schedules.date(Branch.MEDICAL, YEAR, due);
          return null;
        });
  }

  private List<Stage> stages() {
    return House.as(keeping.nurse, () -> schedules.of(Branch.MEDICAL, YEAR));
  }

  private Stage stage(Step step) {
    return stages().get(step.ordinal());
  }

  private List<Step> done() {
    return stages().stream().filter(Stage::done).map(Stage::step).toList();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Tokyo"));
  }
}
