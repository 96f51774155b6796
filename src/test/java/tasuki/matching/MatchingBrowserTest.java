package tasuki.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.person.PersonId;

/** A nameless card to a pair of doctors, with every side at its own browser. */
class MatchingBrowserTest {

  private final Circle circle = new Circle();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
  }

  private Page page(Circle.Staff staff, int width) {
    BrowserContext context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 844));
    contexts.add(context);
    context.addCookies(
        staff.visitor().cookies().entrySet().stream()
            .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(House.url()))
            .toList());
    return context.newPage();
  }

  private static void go(Page page, String path) {
    page.navigate(House.url() + path);
  }

  private static boolean wide(Page page) {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  @Test
  void a_nameless_card_finds_a_pair_of_doctors_and_the_coordinator_sees_hands_without_reloading() {
    RequestKind kind = circle.kind(Second.WISHED, Way.SHORTLIST);
    PersonId person = circle.person();
    Page ward = page(circle.nurse, 1280);
    go(ward, "/matching/new/" + kind.code() + "?person=" + person);
    ward.fill("#f-situation", "架空さんの退院後");
    ward.selectOption("#f-handler", circle.coordinator.organization().toString());
    ward.locator("#ask > .actions button[value='preview']").press("Enter");
    ward.waitForSelector("#f-situation-error");
    assertThat(ward.inputValue("#f-situation")).isEqualTo("架空さんの退院後");
    ward.fill("#f-situation", "退院後に訪問診療が要ります");
    ward.locator("#ask > .actions button[value='preview']").press("Enter");
    assertThat(ward.locator("[aria-labelledby='preview']").textContent())
        .contains("80代", "退院後に訪問診療が要ります")
        .doesNotContain("架空 テアゲ");
    ward.locator("button[value='send']").press("Enter");
    ward.waitForURL("**/matching/*-*");
    String request = ward.url().replace(House.url(), "");

    Page desk = page(circle.coordinator, 1280);
    go(desk, request);
    assertThat(desk.locator("main").textContent()).doesNotContain("テアゲ");
    circle.offer(new RequestId(UUID.fromString(request.substring(10))), Way.SHORTLIST);
    go(desk, request);
    desk.evaluate("window.stayed = true");

    Page phone = page(circle.clinics.getFirst(), 390);
    go(phone, request);
    assertThat(wide(phone)).as("nothing sticks out on a phone").isFalse();
    phone.fill("#f-words", "月曜の午後に伺えます");
    phone.locator("form[id^='raise'] button").press("Enter");
    phone.waitForSelector("[data-notice='success']");
    desk.locator("text=月曜の午後に伺えます").first().waitFor();
    circle.raise(circle.clinics.get(1), new RequestId(UUID.fromString(request.substring(10))));
    desk.locator("section p[role='status']:has-text('2件が手挙げ')").waitFor();
    assertThat(desk.evaluate("window.stayed")).as("without a reload").isEqualTo(true);

    desk.locator("a[href$='/choose']").press("Enter");
    desk.locator("input[name='main']").nth(0).check();
    desk.locator("input[name='second']").nth(1).check();
    desk.locator("form[id^='choose'] .actions button").press("Enter");
    desk.waitForSelector("[data-notice='success']");
    assertThat(phone.locator("main").textContent()).doesNotContain("テアゲ");

    go(ward, request);
    ward.locator("a[href$='/hand-over']").press("Enter");
    ward.check("input[name='consent'][value='now']");
    ward.locator("form[id^='hand-over'] .actions button").press("Enter");
    ward.waitForSelector("#f-note-error");
    ward.check("input[name='consent'][value='now']");
    ward.fill("#f-note", "病室で長女同席で説明し同意を得た");
    ward.locator("form[id^='hand-over'] .actions button").press("Enter");
    ward.waitForSelector("[data-notice='success']");
    go(phone, request);
    assertThat(phone.locator("main").textContent()).contains("テアゲ");
  }

  @Test
  void
      an_officer_sets_a_kind_up_from_a_pattern_and_what_is_wrong_is_told_without_losing_the_rest() {
    Page desk = page(circle.officer, 1280);
    go(desk, "/matching/kinds/new?pattern=club");
    String code = "club-" + circle.officer.login();
    desk.fill("#f-code", code);
    desk.fill("#f-shortlist", "0");
    desk.locator("#kind > .actions button").press("Enter");
    desk.waitForSelector("#f-shortlist-error");
    assertThat(desk.inputValue("#f-nameJa")).isEqualTo("通いの場・団体");
    assertThat(desk.inputValue("[name='ja-task']")).isEqualTo("してほしいこと");
    desk.fill("#f-shortlist", "3");
    desk.locator("#kind > .actions button").press("Enter");
    desk.waitForSelector("[data-notice='success']");
    assertThat(desk.locator("table.data").textContent()).contains("通いの場・団体");
  }
}
