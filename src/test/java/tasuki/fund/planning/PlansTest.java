package tasuki.fund.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.fund.Branch;
import tasuki.fund.planning.EvaluationEntry.Achieved;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.programme.Edition;
import tasuki.programme.Keeping;
import tasuki.programme.ProgrammeYear;

/** The prefecture's plan from its sheets to the evaluation a year later. */
class PlansTest {

  private static final Keeping KEEPING = new Keeping();
  private static final FiscalYear YEAR = new FiscalYear(2025);
  private static final Edition LIST = KEEPING.fundList(2025);
  private static final ProgrammeYear NIGHT = KEEPING.add(LIST, 1, KEEPING.nursing, false);
  private static final OrganizationId CITY =
      Keeping.organization(OrganizationKind.MUNICIPALITY, "架空意見市");
  private static final Actor.Member MAYOR = Keeping.member(CITY, null, Duty.OFFICER);

  private static Map<String, String> texts(Branch branch) {
    Map<String, String> typed = new HashMap<>();
    typed.put("title", "令和7年度架空県計画");
    typed.put("year", "2025");
    typed.put("branch", branch.name());
    typed.put("areas", "5区域とする");
    typed.put("aims", "望む場所で療養を続けられる県");
    typed.put("planPeriod", "1年間");
    typed.put("evaluation", "翌年度に評価する");
    return typed;
  }

  @Test
  void it_is_written_commented_decided_and_evaluated_and_each_version_stays() throws IOException {
    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    officer.get("/fund/plans/new");
    HttpResponse<String> begun = officer.post("/fund/plans/new", texts(Branch.MEDICAL));
    assertThat(begun.body()).contains("作成中", "個票はまだありません");
    String plan = begun.uri().getPath();
    assertThat(officer.post("/fund/plans/new", texts(Branch.MEDICAL)).body())
        .contains("その年度の計画はもうあります");
    officer.get(plan);
    assertThat(officer.post(plan + "/sheets", Map.of()).body())
        .contains("1件の個票を起こしました", "1件の個票に足りないものがあります", NIGHT.entry().name());

    fillSheet();
    assertThat(officer.get(plan).body()).doesNotContain("個票に足りないものがあります");
    Visitor mayor = Keeping.signedIn(MAYOR);
    assertThat(mayor.get(plan).statusCode()).isEqualTo(404);
    assertThat(officer.post(plan + "/ask", Map.of()).body()).contains("意見聴取中");
    HttpResponse<String> read = mayor.get(plan);
    assertThat(read.body()).contains("第1版", "意見を書く").doesNotContain("計画を決定する");
    assertThat(text(mayor.file(plan + "/paper?version=1").body()))
        .contains("望む場所で療養を続けられる県", "夜間の看護が足りない", "研修を受けた人");
    assertThat(mayor.file(plan + "/paper").statusCode()).isEqualTo(404);
    assertThat(mayor.post(plan + "/opinions", Map.of("words", "")).statusCode()).isEqualTo(422);
    assertThat(mayor.post(plan + "/opinions", Map.of("words", "日程を合わせてほしい")).body())
        .contains("意見を残しました", "日程を合わせてほしい", "市町村長");

    HttpResponse<String> said = officer.get(plan);
    assertThat(said.body()).contains("日程を合わせてほしい", "まだ聞いていない関係者", "医療保険者");
    String answer = first("action=\"([^\"]*/answer)\"", said.body());
    String opinion = answer.replaceAll(".*/opinions/|/answer", "");
    officer.post(answer, Map.of("response-" + opinion, "市の会議と同じ日にした"));
    officer.get(plan);
    assertThat(
            officer
                .post(
                    plan + "/decide",
                    Map.of("planDecidedOn", "R7.8.20", "planDecision", "架空審議会の答申"))
                .body())
        .contains("策定済み", "第2版", "架空審議会の答申");
    assertThat(mayor.get(plan).body()).contains("市の会議と同じ日にした").doesNotContain("意見を書く");
    assertThat(text(officer.file(plan + "/paper?version=2").body())).contains("市の会議と同じ日にした");
    assertThat(text(officer.file(plan + "/paper?version=1").body())).doesNotContain("市の会議と同じ日にした");
    assertThat(officer.file(plan + "/excel?version=2").statusCode()).isEqualTo(200);

    evaluate(officer, plan);
  }

  private static void fillSheet() {
    Visitor nurse = Keeping.signedIn(KEEPING.nurse);
    String sheet = "/fund/sheets/" + NIGHT.id();
    HttpResponse<String> page = nurse.get(sheet);
    Map<String, String> typed = new HashMap<>();
    typed.put("version", first("name=\"version\" value=\"(-?\\d+)\"", page.body()));
    typed.put("category", "II");
    typed.put("need", "夜間の看護が足りない");
    typed.put("output-0", "研修を受けた人");
    typed.put("output-target-0", "１２");
    typed.put("output-unit-0", "人");
    typed.put("outcome-0", "夜間対応の事業所");
    typed.put("baseline-0", "3");
    typed.put("outcome-target-0", "八");
    typed.put("outcome-unit-0", "か所");
    typed.put("link", "受けた人が当番に入る");
    HttpResponse<String> wrong = nurse.post(sheet, typed);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("八", "数を入力してください");
    typed.put("outcome-target-0", "8");
    assertThat(nurse.post(sheet, typed).body()).contains("個票を保存しました");
    assertThat(nurse.post(sheet, typed).body()).contains("ほかの人が先に変えました");
  }

  private static void evaluate(Visitor officer, String plan) throws IOException {
    Visitor nurse = Keeping.signedIn(KEEPING.nurse);
    String page = "/fund/sheets/" + NIGHT.id() + "/evaluations/2026";
    HttpResponse<String> shown = nurse.get(page);
    Map<String, String> typed = new HashMap<>();
    typed.put("version", first("name=\"version\" value=\"(-?\\d+)\"", shown.body()));
    typed.put("output-0", "10");
    typed.put("observed", "no");
    typed.put("effectiveness", "目標に近い");
    typed.put("efficiency", "会場費を抑えた");
    typed.put("finish", "true");
    HttpResponse<String> lacking = nurse.post(page, typed);
    assertThat(lacking.statusCode()).isEqualTo(422);
    assertThat(lacking.body()).contains("評価を終えられません", "会場費を抑えた");
    typed.put("whyNot", "調査が5年に1回のため");
    assertThat(nurse.post(page, typed).body()).contains("評価を終え、その内容を残しました", "評価を終えた記録");
    assertThat(officer.get(plan).body()).contains("評価済み");
    assertThat(text(officer.file(plan + "/evaluation-paper").body()))
        .contains("調査が5年に1回のため", "10人", "目標に近い");
    assertThat(officer.file(plan + "/evaluation-excel").statusCode()).isEqualTo(200);
    assertThat(nurse.get("/fund/sheets/" + NIGHT.id() + "/evaluations/2025").statusCode())
        .isEqualTo(404);
    nurse.get("/fund/sheets/" + NIGHT.id());
    assertThat(nurse.post("/fund/sheets/" + NIGHT.id() + "/remove", Map.of()).body())
        .contains("計画から外せません");
  }

  @Test
  void sheets_are_the_divisions_and_plans_the_compiling_ones() {
    Keeping other = new Keeping();
    ProgrammeYear own = other.add(other.fundList(2025), 2, other.compiling, false);
    Sheets sheets = House.bean(Sheets.class);
    SheetEntry entry = new SheetEntry("II", "ニーズ", List.of(), List.of(), null, 0);
    assertThatThrownBy(() -> write(other.nurse, sheets, own, entry))
        .isInstanceOf(AbsentException.class);
    write(other.compiler, sheets, own, entry);
    assertThat(House.as(other.nurse, () -> sheets.find(own.id()))).isPresent();
    assertThat(House.as(MAYOR, () -> sheetsSeen())).isZero();
    Plans plans = House.bean(Plans.class);
    PlanTexts texts = new PlanTexts("区域", "目標", "期間", "評価", null);
    assertThatThrownBy(
            () -> House.as(other.nurse, () -> plans.begin(YEAR, Branch.CARE, "架空の介護分計画", texts)))
        .isNotInstanceOf(RefusedException.class);
    PlanId id = House.as(other.compiler, () -> plans.begin(YEAR, Branch.CARE, "架空の介護分計画", texts));
    Plan plan = House.as(other.compiler, () -> plans.get(id));
    assertThatThrownBy(() -> House.as(MAYOR, () -> plans.get(id)))
        .isInstanceOf(AbsentException.class);
    assertThat(plan.state()).isEqualTo(PlanState.DRAFT);
    assertThatThrownBy(() -> decide(other, plans, id)).isInstanceOf(RefusedException.class);
  }

  private static long sheetsSeen() {
    return new org.springframework.transaction.support.TransactionTemplate(
            House.bean(org.springframework.transaction.PlatformTransactionManager.class))
        .execute(
            _ ->
                House.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                    .sql("select count(*) from fund.sheet")
                    .query(Long.class)
                    .single());
  }

  private static void write(
      Actor.Member actor, Sheets sheets, ProgrammeYear year, SheetEntry entry) {
    House.as(
        actor,
        () -> {
          sheets.write(year.id(), entry, -1);
          return true;
        });
  }

  private static void decide(Keeping keeping, Plans plans, PlanId id) {
    House.as(
        keeping.compiler,
        () -> {
          plans.decide(id, YEAR.firstDay(), "決裁");
          return true;
        });
  }

  @Test
  void an_evaluation_says_what_it_lacks() {
    EvaluationEntry empty =
        new EvaluationEntry(
            List.of(new Achieved(null)), List.of(new Achieved(null)), true, null, null, null, null);
    assertThat(empty.missing(false))
        .containsExactly(
            EvaluationEntry.Part.OUTPUT,
            EvaluationEntry.Part.OUTCOME,
            EvaluationEntry.Part.EFFECTIVENESS,
            EvaluationEntry.Part.EFFICIENCY);
    assertThat(empty.missing(true)).doesNotContain(EvaluationEntry.Part.OUTCOME);
    EvaluationEntry unseen =
        new EvaluationEntry(List.of(), List.of(), false, null, "有効", "効率", null);
    assertThat(unseen.missing(false)).containsExactly(EvaluationEntry.Part.WHY_NOT);
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  private static String first(String pattern, String page) {
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
