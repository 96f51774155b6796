package tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;

/** The library in a real browser: read in English on a phone, written in Japanese at a desk. */
class PracticeBrowserTest {

  private final List<BrowserContext> contexts = new ArrayList<>();

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
  }

  private Page page(int width) {
    BrowserContext context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 844));
    contexts.add(context);
    return context.newPage();
  }

  @Test
  void a_citizen_looks_for_a_case_on_a_phone_in_english_and_reads_what_came_of_it() {
    Page phone = page(390);
    phone.navigate(House.url() + "/public/practice");
    phone.locator("a[hreflang='en']").first().press("Enter");
    phone.waitForSelector("html[lang='en']");
    phone.fill("#f-q", "aomori coordination");
    phone.keyboard().press("Enter");
    phone.waitForURL("**q=aomori**");
    sound(phone);
    phone.fill("#f-q", "Medical and long-term care coordination programme");
    phone.keyboard().press("Enter");
    phone.waitForURL("**q=Medical**");
    phone.locator(".found h3 a").first().press("Enter");
    phone.waitForURL("**/public/practice/aomori-**");
    assertThat(phone.textContent("h1")).contains("Medical and long-term care");
    assertThat(phone.locator("h1 [lang='ja']").textContent()).isEqualTo("医療介護連携推進事業");
    assertThat(phone.locator("#figures").textContent()).contains("81.7 %");
    sound(phone);
  }

  @Test
  void an_officer_writes_a_case_at_the_desk_publishes_it_and_everybody_finds_it() {
    PracticeScene.Staff officer = PracticeScene.officer();
    Page desk = page(1280);
    desk.context()
        .addCookies(
            officer.signedIn().cookies().entrySet().stream()
                .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(House.url()))
                .toList());
    desk.navigate(House.url() + "/practice");
    sound(desk);
    desk.locator("a[href='/practice/new']").press("Enter");
    desk.waitForSelector("#practice");
    save(desk);
    assertThat(desk.locator("#f-name-error").count()).isEqualTo(1);
    sound(desk);
    desk.fill("#f-name", "架空の訪問栄養の事例");
    desk.selectOption("[name='prefecture']", "長野県");
    desk.fill("#f-purpose", "架空の目的を果たす。");
    desk.fill("#f-approach", "架空の取組");
    desk.check("[name='instruments'][value='TRAINING']");
    desk.locator("button[value='add-b']").press("Enter");
    desk.waitForSelector("[name='planned-b1']");
    desk.selectOption("[name='year-b1']", "2025");
    desk.fill("[name='planned-b1']", "４２０");
    desk.locator("button[value='add-f']").press("Enter");
    desk.waitForSelector("[name='indicator-f1']");
    assertThat(desk.inputValue("[name='planned-b1']")).isIn("420", "４２０");
    desk.fill("[name='indicator-f1']", "架空の訪問の件数");
    desk.selectOption("[name='kind-f1']", "ACTUAL");
    desk.fill("[name='value-f1']", "38");
    desk.fill("[name='unit-f1']", "件");
    sound(desk);
    save(desk);
    desk.waitForSelector("[data-notice='success']");
    desk.locator("form[action$='/publish'] button").press("Enter");
    desk.waitForSelector("text=公開しました");
    sound(desk);
    String address = desk.url().replaceAll("[?#].*", "");
    for (String page :
        List.of(
            address + "/history",
            address + "/withdraw",
            House.url() + "/practice/own",
            House.url() + "/public/practice/open-data")) {
      desk.navigate(page);
      sound(desk);
    }

    Page anybody = page(1280);
    anybody.navigate(House.url() + "/public/practice?q=架空の訪問栄養");
    anybody.locator(".found h3 a").first().press("Enter");
    anybody.waitForURL("**/public/practice/*-*");
    assertThat(anybody.locator("#costs").textContent()).contains("420");
    assertThat(anybody.locator("#figures").textContent()).contains("38 件");
    assertThat(anybody.locator("a[href$='/edit']").count()).isZero();
  }

  private static void save(Page desk) {
    desk.locator(".actions button[value='save']").press("Enter");
    desk.waitForLoadState();
  }

  /** Nothing sticks out, and axe has nothing to say. */
  private static void sound(Page page) {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
        .isFalse();
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(Rule::getId, rule -> rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
