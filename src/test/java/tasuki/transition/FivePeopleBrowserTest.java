package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.person.Bases;
import tasuki.person.BasisId;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.CareTeams;
import tasuki.person.GivenBy;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;

/** One way from home through two hospitals and back, by everybody's own hands in browsers. */
class FivePeopleBrowserTest {

  private static final String UNIT = Scene.unit();
  private static final double PATIENCE = 90_000;

  /** Which figure of a row of the rates tells the cases done, and which all cases. */
  private static final int DONE = 1;

  private static final int ALL = 2;

  private static Scene.Staff manager;
  private static Scene.Staff nurse;
  private static Scene.Staff nextNurse;
  private static Scene.Staff doctor;
  private static Scene.Staff officer;
  private static Scene.Staff daughter;
  private static PersonId person;

  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeAll
  static void a_person_at_home_with_her_circle() {
    Scene.area(UNIT);
    manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, UNIT);
    nurse = Scene.staff(OrganizationKind.HOSPITAL, UNIT);
    nextNurse = Scene.staff(OrganizationKind.HOSPITAL, UNIT);
    doctor = Scene.staff(OrganizationKind.CLINIC, UNIT);
    officer = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    OrganizationId families = House.bean(Organizations.class).personAndFamily();
    daughter = Scene.colleague(families, Duty.FAMILY);
    List.of(manager, nurse, nextNurse, doctor, officer, daughter).forEach(Scene::givePassword);
    person = Scene.client(manager, CareLevel.CARE_2);
    manager.does(
        () -> {
          CareTeams teams = House.bean(CareTeams.class);
          teams.join(
              person, doctor.organization(), null, TeamRole.ATTENDING_DOCTOR, consent(doctor));
          teams.join(person, families, daughter.account(), TeamRole.FAMILY, consent(daughter));
        });
  }

  private static BasisId consent(Scene.Staff to) {
    return House.bean(Bases.class)
        .record(
            person,
            new NewBasis(
                BasisKind.WRITTEN_CONSENT,
                GivenBy.PERSON,
                to.organization(),
                null,
                null,
                List.of(),
                "試験",
                null));
  }

  @AfterEach
  void everybody_leaves() {
    contexts.forEach(BrowserContext::close);
  }

  @Test
  void
      a_person_goes_through_two_hospitals_and_home_and_five_people_see_their_clocks_run_and_be_met() {
    Page care = enter(manager);
    Page prefecture = enter(officer);
    int before = discharges(prefecture, DONE);

    String stay = admits(care);
    String form = writesTheForm(care, stay);
    Page ward = enter(nurse);
    receivesAndReads(ward, form);
    seesItMet(care, stay, form);
    isAPdf(care, form);

    String next = transfers(ward, stay);
    Page nextWard = enter(nextNurse);
    plans(nextWard, next);
    Page home = enter(doctor);
    seesHerComing(home, next);
    confirms(care, next);
    goesHome(nextWard, next);
    logsTheFirstVisit(home, next);
    checksAfterTwoWeeks(care, next);

    assertThat(discharges(prefecture, DONE)).isEqualTo(before + 1);
    assertThat(discharges(prefecture, ALL)).isEqualTo(before + 1);
    seesWhoLooked(enter(daughter), form);
  }

  /** Types the name of her hospital and takes it from the list. */
  private static void picks(Page page, Scene.Staff staff) {
    page.fill("#f-hospital", Scene.name(staff.organization()));
    page.click("[role=option][data-value='" + staff.organization() + "']");
  }

  private String admits(Page care) {
    go(care, "/stays/new?person=" + person);
    picks(care, nurse);
    care.fill("#f-on", Scene.today().toString());
    care.fill("#f-at", "0:01");
    choose(care, "mode", "TELEPHONE");
    care.fill("#f-from", "長女");
    choose(care, "basis", "CONTRACT");
    send(care);
    assertThat(done(care)).contains("入院を記録しました");
    String stay = path(care);
    Locator todo = care.locator("main section").first().locator("article").first();
    assertThat(todo.textContent())
        .contains("入院時情報提供書を送る (Ⅰ)")
        .contains("入院日=1日目")
        .contains("残り ")
        .contains("(Ⅱ)");
    go(care, "/stays");
    assertThat(row(care, stay).textContent())
        .contains("入院時情報提供書を送る")
        .contains("入院中")
        .contains("残り ");
    return stay;
  }

  private String writesTheForm(Page care, String stay) {
    go(care, stay);
    care.click("form:has(input[value='admission-information']) button");
    care.waitForURL("**/documents/*/edit");
    assertThat(care.inputValue("#f-i-name")).startsWith("架空");
    assertThat(care.inputValue("#f-i-hospital")).startsWith("架空");
    assertThat(care.inputValue("#f-i-doctor-clinic")).startsWith("架空");
    care.fill("#f-i-life", "大工として働いた");
    choose(care, "i-abuse", "1");
    care.fill("#f-i-abuse-what", "腕にあざがあった");
    care.click("button[name=go][value=check]");
    care.locator("#send button.large").waitFor();
    care.click("#send button.large");
    assertThat(done(care)).contains("へ送りました");
    String form = path(care);
    go(care, stay);
    assertThat(care.textContent("main")).contains("未受領").contains("(Ⅰ)の目安です");
    return form.startsWith("/documents/") ? form : link(care, "入院時情報提供書");
  }

  private void receivesAndReads(Page ward, String form) {
    go(ward, "/stays");
    Locator arrived = ward.locator(".form-line:has(a[href='%s'])".formatted(form));
    assertThat(ward.textContent("#waiting")).contains("届いた書類 1件");
    assertThat(arrived.textContent()).contains("架空").contains("入院時情報提供書");
    arrived.locator("button").click();
    assertThat(done(ward)).contains("受領を記録しました");
    go(ward, form);
    assertThat(ward.textContent("main")).contains("大工として働いた").contains("腕にあざがあった");
    ward.locator("form[action$='/read'] button").click();
    done(ward);
    assertThat(ward.textContent("main")).contains("確認済").contains("架空 " + nurse.login());
    go(ward, "/stays");
    assertThat(ward.locator("#waiting").count()).isZero();
  }

  private void seesItMet(Page care, String stay, String form) {
    go(care, stay);
    assertThat(care.textContent("main")).contains("確認済").contains("双方確認");
    assertThat(care.locator("main section").first().textContent()).doesNotContain("入院時情報提供書を送る");
    Locator past = care.locator("details li", new Page.LocatorOptions().setHasText("(Ⅰ)"));
    assertThat(past.textContent()).contains("入院時情報提供書を送る (Ⅰ)").contains("期限内に済みました");
    go(care, form);
    assertThat(care.textContent("main")).contains("架空 " + nurse.login());
  }

  private static void isAPdf(Page care, String form) {
    go(care, form + "/print");
    choose(care, "kind", "PRINT");
    care.click("main form button.large");
    assertThat(done(care)).contains("用紙を作りました");
    APIResponse file =
        care.context().request().get(House.url() + href(care, "main a[href*='/prints/']"));
    assertThat(file.status()).isEqualTo(200);
    assertThat(new String(file.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
  }

  private static String transfers(Page ward, String stay) {
    go(ward, stay);
    ward.click("#more a[href$='/transfer']");
    picks(ward, nextNurse);
    choose(ward, "basis", "CONTRACT");
    send(ward);
    assertThat(done(ward)).contains("転院を記録しました。次の病院の期限を数え始めます。");
    return path(ward);
  }

  private static void plans(Page ward, String stay) {
    go(ward, "/stays");
    ward.click("a.row-link[href='" + stay + "']");
    ward.waitForURL("**" + stay);
    plan(ward, stay, Scene.today().plusDays(3));
    plan(ward, stay, Scene.today().plusDays(1));
    assertThat(ward.textContent("main")).contains("以前の退院予定");
    logs(ward, stay, "hearing", "TELEPHONE", "聞き取り");
    logs(ward, stay, "conference", "MEETING", "退院前カンファレンス");
  }

  private static void plan(Page ward, String stay, LocalDate day) {
    go(ward, stay);
    ward.click("#more a[href$='/plan']");
    ward.fill("#f-plannedOn", day.toString());
    send(ward);
    assertThat(done(ward)).contains("退院予定日を知らせました。");
  }

  private static void seesHerComing(Page home, String stay) {
    LocalDate day = Scene.today().plusDays(1);
    go(home, "/stays");
    assertThat(row(home, stay).textContent())
        .contains("%d/%d(".formatted(day.getMonthValue(), day.getDayOfMonth()));
    go(home, "/notices");
    assertThat(home.textContent("main"))
        .contains("%d/%d(".formatted(day.getMonthValue(), day.getDayOfMonth()));
  }

  /** Only what the care side says itself counts in the rate. */
  private static void confirms(Page care, String stay) {
    go(care, stay);
    care.locator("main a[href$='/confirm']").first().click();
    send(care);
    assertThat(done(care)).contains("確認を記録しました。");
  }

  private static void goesHome(Page ward, String stay) {
    go(ward, stay);
    ward.click("#more a[href$='/discharge']");
    choose(ward, "where", "HOME");
    send(ward);
    assertThat(done(ward)).contains("退院を記録しました。");
    assertThat(ward.textContent("main")).contains("退院(自宅など)");
  }

  private static void logsTheFirstVisit(Page home, String stay) {
    go(home, "/stays");
    home.click("a.row-link[href='" + stay + "']");
    home.waitForURL("**" + stay);
    assertThat(home.textContent("main")).contains("退院(自宅など)");
    logs(home, stay, "first_home_visit", "VISIT", "初回訪問");
  }

  private static void checksAfterTwoWeeks(Page care, String stay) {
    logs(care, stay, "two_week_check", "VISIT", "退院後2週間の確認");
    assertThat(care.textContent("main")).contains("初回訪問").contains("退院前カンファレンス");
    assertThat(care.locator("main section").first().textContent())
        .doesNotContain("退院後2週間の様子を確かめる")
        .doesNotContain("過ぎています");
  }

  /** How many discharges of this month count in the area, chosen with the filters of the page. */
  private static int discharges(Page prefecture, int figure) {
    go(prefecture, "/rates?rate=DISCHARGE&way=own&of=KNOWN&words=CARE&without=TRANSFER");
    String month = YearMonth.from(Scene.today()).toString();
    if (!prefecture.locator("#f-from").isVisible()) {
      prefecture.locator(".filter-fold summary").first().click();
    }
    prefecture.selectOption("#f-from", month);
    prefecture.selectOption("#f-to", month);
    prefecture.selectOption("#f-kind", "TRANSITION_RULE_AREA");
    prefecture.selectOption("#f-side", "OFFICE");
    prefecture.click("form.filter button");
    prefecture.waitForURL("**kind=TRANSITION_RULE_AREA**");
    Locator row =
        prefecture.locator("#rates tbody tr", new Page.LocatorOptions().setHasText("架空圏域" + UNIT));
    return row.count() == 0
        ? 0
        : Integer.parseInt(
            row.locator("td.figure").nth(figure).textContent().replaceAll("\\D", ""));
  }

  private static void seesWhoLooked(Page family, String form) {
    go(family, "/my");
    assertThat(path(family)).isEqualTo("/my/" + person);
    for (Scene.Staff staff : List.of(nurse, nextNurse, doctor, manager)) {
      String name = House.bean(Organizations.class).get(staff.organization()).name();
      assertThat(family.locator("section[aria-labelledby=watchers]").textContent()).contains(name);
    }
    family.click("main a[href$='/documents']");
    family.click("a[href$='" + form + "']");
    assertThat(family.textContent("main"))
        .contains("大工として働いた")
        .doesNotContain("虐待")
        .doesNotContain("あざ");
    go(family, "/my/" + person);
    for (int page = 0; page < 5 && !looks(family).contains(nurse.login()); page++) {
      family.click("main a[href*='before=']");
      family.waitForLoadState();
    }
    assertThat(looks(family)).contains("架空 " + nurse.login() + " さん");
  }

  private static String looks(Page family) {
    return family.locator("section[aria-labelledby=looks]").textContent();
  }

  private Page enter(Scene.Staff staff) {
    BrowserContext context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(1280, 900));
    contexts.add(context);
    context.setDefaultTimeout(PATIENCE);
    Page page = context.newPage();
    TestBrowser.signIn(page, staff.login(), Scene.PASSWORD);
    return page;
  }

  private static void go(Page page, String path) {
    assertThat(page.navigate(House.url() + path).status()).as(path).isEqualTo(200);
  }

  private static String path(Page page) {
    return page.url().substring(House.url().length());
  }

  /** Logs a step from the page of the stay. */
  private static void logs(Page page, String stay, String step, String mode, String said) {
    go(page, stay);
    page.click("#more a[href$='/steps/" + step + "']");
    choose(page, "mode", mode);
    send(page);
    assertThat(done(page)).contains("「" + said + "」を記録しました。");
  }

  private static void choose(Page page, String name, String value) {
    page.locator("input[name='%s'][value='%s']".formatted(name, value)).check();
  }

  private static void send(Page page) {
    page.click("main form .actions button.large");
  }

  private static String done(Page page) {
    return page.locator("[data-notice=success]").textContent();
  }

  /** The row of the worklist that leads to the stay. */
  private static Locator row(Page page, String stay) {
    return page.locator("tr:has(a[href='%s'])".formatted(stay));
  }

  private static String link(Page page, String words) {
    return page.locator("main a", new Page.LocatorOptions().setHasText(words))
        .first()
        .getAttribute("href");
  }

  private static String href(Page page, String selector) {
    return page.locator(selector).first().getAttribute("href");
  }
}
