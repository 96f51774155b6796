package tasuki.fund;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;
import tasuki.programme.Edition;
import tasuki.programme.Keeping;
import tasuki.table.TableReading;
import tasuki.table.Tables;

/** A proposal from the call to the evaluation a year later, by five people in their browsers. */
class FundYearBrowserTest {

  private static final double PATIENCE = 90_000;
  private static final Keeping KEEPING = new Keeping();
  private static final Edition LIST = KEEPING.fundList(2027);
  private static final OrganizationId HOSPITAL =
      Keeping.organization(OrganizationKind.HOSPITAL, "架空提案病院");
  private static final OrganizationId ASSOCIATION =
      Keeping.organization(OrganizationKind.MEDICAL_ASSOCIATION, "架空経由医師会");
  private static final Actor.Member WRITER = Keeping.member(HOSPITAL, null, Duty.ADMINISTRATOR);
  private static final Actor.Member BODY = Keeping.member(ASSOCIATION, null, Duty.COORDINATOR);
  private static final Actor.Member MAYOR =
      Keeping.member(
          Keeping.organization(OrganizationKind.MUNICIPALITY, "架空市"), null, Duty.OFFICER);

  private final List<BrowserContext> contexts = new ArrayList<>();

  @AfterEach
  void everybody_leaves() {
    contexts.forEach(BrowserContext::close);
  }

  @Test
  void five_people_carry_a_proposal_to_its_evaluation_beside_a_declined_and_a_returned_one()
      throws IOException {
    Page policy = enter(KEEPING.compiler);
    String call = calls(policy);
    Page writer = enter(WRITER);
    String good = writes(writer, call, "架空夜間訪問看護の育成");
    String weak = writes(writer, call, "架空相談窓口の開設");
    String vague = writes(writer, call, "架空合同研修の開催");

    Page body = enter(BODY);
    answers(body, good, "endorse", "郡の課題に合う");
    answers(body, weak, "endorse", "よい");
    answers(body, vague, "return", "数量の根拠を足してください");
    go(writer, vague);
    assertThat(writer.textContent("main")).contains("差戻し", "数量の根拠を足してください");

    Page nursing = enter(KEEPING.nurse);
    hears(nursing, good);
    decides(policy, weak, "DECLINED", "既存の事業でできる");
    decides(policy, good, "ADOPTED", "予算の範囲内で行う");
    go(writer, weak);
    assertThat(writer.textContent("main")).contains("不採択", "既存の事業でできる");
    assertThat(pdf(writer, good + "/letter")).contains("採択", "架空夜間訪問看護の育成", "予算の範囲内で行う");

    String sheet = finances(nursing, policy, good);
    String plan = plans(policy);
    Page mayor = enter(MAYOR);
    comments(mayor, plan);
    agrees(policy, plan);
    evaluates(nursing, sheet);
    readsBack(policy, plan);
  }

  private String calls(Page page) {
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    go(page, "/fund/calls/new");
    page.fill("#f-title", "令和9年度架空の提案募集");
    page.check("input[name=branch][value=MEDICAL]");
    page.selectOption("#f-year", "2027");
    page.fill("#f-purpose", "必要な事業の提案を募ります");
    page.fill("#f-criteria", "課題との整合、標準単価、数値目標");
    page.fill("#f-acceptFrom", today.minusDays(1).toString());
    page.fill("#f-acceptUntil", today.plusDays(1).toString());
    page.check("input[name=categories][value=II]");
    page.fill("#f-standards", "7, ②, 人材育成のための研修, 1人, 100000");
    page.selectOption("#f-series", LIST.series().id().value().toString());
    page.click("#fund-call .actions button.large");
    page.click("form[action$='/publication'] button");
    assertThat(done(page)).contains("公開しました");
    return path(page);
  }

  private static String writes(Page page, String call, String title) {
    go(page, call);
    page.click("form[action$='/proposals'] button");
    page.fill("#f-title", title);
    page.selectOption("#f-category", "II");
    page.fill("#f-issue", "夜間に対応できる看護師が足りない");
    page.fill("#f-content", title + "のための研修と同行訪問");
    page.selectOption("#f-lastYear", "2029");
    page.fill("#f-cost-item-0", "研修");
    page.selectOption("#f-cost-standard-0", "7");
    page.fill("#f-cost-unit-0", "100,000");
    page.fill("#f-cost-quantity-0", "12");
    page.fill("#f-output", "研修を受けた人");
    page.fill("#f-outputTarget", "12");
    page.fill("#f-outputUnit", "人");
    page.fill("#f-outcome", "夜間に対応する事業所");
    page.fill("#f-outcomeBaseline", "3");
    page.fill("#f-outcomeTarget", "8");
    page.fill("#f-outcomeUnit", "か所");
    page.selectOption("#f-outcomeYear", "2029");
    page.fill("#f-link", "受けた人が当番に入る");
    page.check("#f-paidByNothingElse");
    page.selectOption("#f-body", ASSOCIATION.value().toString());
    page.click("#fund-proposal .actions button.large");
    assertThat(done(page)).contains("保存しました");
    page.click("form[action$='/send'] button");
    assertThat(done(page)).contains("送りました");
    return path(page);
  }

  private static void answers(Page page, String proposal, String how, String words) {
    go(page, proposal);
    page.fill("#f-" + how, words);
    page.click("#" + how + " button");
    assertThat(done(page)).contains(how.equals("endorse") ? "県へ提出しました" : "差し戻しました");
  }

  private static void hears(Page page, String proposal) {
    go(page, proposal);
    page.selectOption("#f-division", KEEPING.nursing.value().toString());
    page.click("#division button");
    assertThat(done(page)).contains("担当課を決めました");
    page.click("details:has(form[action$='/hearings']) summary");
    page.fill("#f-heldOn", "2026-11-27");
    page.fill("#f-attendees", "看護室、病院");
    page.fill("#f-record", "単価の根拠を確かめた");
    page.click("form[action$='/hearings'] button");
    assertThat(done(page)).contains("ヒアリングの記録を残しました");
  }

  private static void decides(Page page, String proposal, String result, String words) {
    go(page, proposal);
    page.check("input[name=result][value=" + result + "]");
    page.fill("#f-decidedOn", "2027-03-26");
    page.fill("#f-documentNumber", "医政第1号");
    page.fill("#f-decisionWords", words);
    if (result.equals("ADOPTED")) {
      page.selectOption("#f-heading", new SelectOption().setIndex(1));
      page.selectOption("#f-inCharge", KEEPING.nursing.value().toString());
    }
    page.click("#decision button.button");
    assertThat(done(page)).contains(result.equals("ADOPTED") ? "採択し" : "不採択とし");
  }

  /** The division in charge writes the sheet, which begins with what was proposed. */
  private static String finances(Page page, Page policy, String proposal) {
    go(policy, proposal);
    String year = policy.getAttribute("a[href^='/programmes/years/']", "href");
    go(page, year);
    page.click("a[href^='/fund/sheets/']");
    assertThat(page.inputValue("#f-need")).contains("夜間に対応できる看護師が足りない");
    assertThat(page.inputValue("#f-output-0")).isEqualTo("研修を受けた人");
    page.click("#fund-sheet .actions button.large");
    assertThat(done(page)).contains("個票を保存しました");
    return path(page);
  }

  private static String plans(Page page) {
    go(page, "/fund/plans/new");
    page.fill("#f-title", "令和9年度架空県計画");
    page.selectOption("#f-year", "2027");
    page.check("input[name=branch][value=MEDICAL]");
    page.fill("#f-areas", "5区域");
    page.fill("#f-aims", "望む場所で療養を続けられる県");
    page.click("#fund-plan .actions button.large");
    assertThat(page.textContent("main")).contains("架空夜間訪問看護の育成");
    page.click("form[action$='/ask'] button");
    assertThat(done(page)).contains("示しました");
    return path(page);
  }

  private static void comments(Page page, String plan) {
    go(page, plan);
    page.fill("#f-words", "市の会議と日程を合わせてほしい");
    page.click("#opinion button");
    assertThat(done(page)).contains("意見を残しました");
  }

  private static void agrees(Page page, String plan) {
    go(page, plan);
    page.fill("textarea[name^='response-']", "同じ日に開く");
    page.click("form[action$='/answer'] button");
    assertThat(done(page)).contains("対応を残しました");
    page.fill("#f-planDecidedOn", "R9.8.20");
    page.fill("#f-planDecision", "架空審議会の答申");
    page.click("#plan-decision button");
    assertThat(done(page)).contains("計画を決定しました");
  }

  private static void evaluates(Page page, String sheet) {
    go(page, sheet);
    page.click("a[href$='/evaluations/2028']");
    page.fill("#f-output-0", "11");
    page.fill("#f-outcome-0", "5");
    page.check("input[name=observed][value=yes]");
    page.fill("#f-effectiveness", "当番に入る人が増えた");
    page.fill("#f-efficiency", "会場を持ち回りにした");
    page.click("button[name=finish]");
    assertThat(done(page)).contains("評価を終え");
  }

  private static void readsBack(Page page, String plan) throws IOException {
    go(page, plan);
    assertThat(page.textContent("main")).contains("評価済み", "策定済み");
    assertThat(pdf(page, plan + "/paper?version=2"))
        .contains("架空夜間訪問看護の育成", "市の会議と日程を合わせてほしい", "同じ日に開く", "研修を受けた人12人");
    assertThat(pdf(page, plan + "/evaluation-paper"))
        .contains("研修を受けた人11人", "夜間に対応する事業所5か所", "当番に入る人が増えた");
    APIResponse excel = page.context().request().get(House.url() + plan + "/evaluation-excel");
    assertThat(Tables.read(excel.body(), "架空.xlsx"))
        .isInstanceOfSatisfying(
            TableReading.Rows.class,
            rows -> assertThat(rows.toString()).contains("架空夜間訪問看護の育成", "会場を持ち回りにした"));
  }

  private Page enter(Actor.Member actor) {
    BrowserContext context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE);
    Page page = context.newPage();
    TestBrowser.signIn(page, Keeping.login(actor), Keeping.PASSWORD);
    return page;
  }

  private static void go(Page page, String path) {
    assertThat(page.navigate(House.url() + path).status()).as(path).isEqualTo(200);
  }

  private static String path(Page page) {
    return page.url().substring(House.url().length());
  }

  private static String done(Page page) {
    return page.locator("[data-notice=success]").textContent();
  }

  private static String pdf(Page page, String path) throws IOException {
    APIResponse file = page.context().request().get(House.url() + path);
    assertThat(file.status()).as(path).isEqualTo(200);
    try (var document = Loader.loadPDF(file.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }
}
