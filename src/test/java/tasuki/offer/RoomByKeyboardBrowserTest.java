package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;

/** A station on a phone: room left with the keyboard alone, then what it can do. */
class RoomByKeyboardBrowserTest {

  private static final int MOST_STOPS = 150;

  private final Practice.Staff nurse = Practice.staff(OrganizationKind.VISITING_NURSE_STATION);

  private BrowserContext context;
  private Page phone;

  @BeforeEach
  void take() {
    context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(390, 844));
    context.setDefaultTimeout(90_000);
    Visitor visitor = nurse.visitor();
    context.addCookies(
        visitor.cookies().entrySet().stream()
            .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(House.url()))
            .toList());
    phone = context.newPage();
  }

  @AfterEach
  void putAway() {
    context.close();
  }

  @Test
  void a_nurse_says_the_room_left_and_what_the_station_can_do_with_the_keyboard_alone() {
    nurse.saysRoom("nursing", 5);
    Practice.age(nurse.organization(), 15);
    phone.navigate(House.url() + "/");
    tabTo("main a[href='/offers/own']");
    press("Enter");
    phone.waitForURL("**/offers/own");
    assertThat(phone.textContent("main")).contains("14日より前の情報");
    fits();

    tabTo("#say-nursing button[value='2']");
    press("Enter");
    phone.locator("[data-notice=success]").waitFor();
    assertThat(phone.textContent("[data-notice=success]")).contains("あと2名");
    assertThat(phone.textContent("main")).doesNotContain("14日より前の情報");

    tabTo("#f-room-rehabilitation");
    phone.keyboard().insertText("12");
    press("Enter");
    phone.locator("[data-notice=success]").waitFor();
    assertThat(phone.textContent("[data-notice=success]")).contains("訪問リハビリ", "あと12名");

    tabTo("#f-accepts");
    press("Space");
    tabTo("details.form-section:nth-of-type(2) > summary");
    press("Enter");
    tabTo("input[name='can-treatment'][value='gastrostomy']");
    press("Space");
    tabTo("input[name='days'][value='6a']");
    press("Space");
    tabTo("#f-night");
    press("Space");
    tabTo("#f-holiday");
    press("Space");
    press("ArrowDown");
    assertThat(grave()).isEmpty();
    fits();
    tabTo("#offer button.large");
    press("Enter");
    phone.locator("[data-notice=success]").waitFor();
    assertThat(phone.textContent("[data-notice=success]")).contains("できることを保存しました");

    NewOffer said =
        nurse.does(() -> House.bean(Offers.class).of(nurse.organization())).orElseThrow().content();
    assertThat(said.capabilities()).containsExactly("gastrostomy");
    assertThat(said.days()).extracting(HalfDay::code).containsExactly("6a");
    assertThat(said.night()).isEqualTo(Reach.ALWAYS);
    assertThat(said.holiday()).isEqualTo(Reach.ON_CALL);
    List<RoomLeft> room = nurse.does(() -> House.bean(Offers.class).room(nurse.organization()));
    assertThat(room).extracting(RoomLeft::places).containsExactlyInAnyOrder(2, 12);
    assertThat(grave()).isEmpty();
  }

  @Test
  void two_touches_say_the_room_left_on_targets_that_a_thumb_meets() {
    phone.navigate(House.url() + "/");
    phone.click("main a[href='/offers/own']");
    var target = phone.locator("#say-nursing button[value='2']");
    assertThat(target.boundingBox().height).isGreaterThanOrEqualTo(48);
    assertThat(target.boundingBox().width).isGreaterThanOrEqualTo(44);
    assertThat(target.boundingBox().y).as("in sight without scrolling").isLessThan(844 - 80);
    target.click();
    phone.locator("[data-notice=success]").waitFor();
    List<RoomLeft> room = nurse.does(() -> House.bean(Offers.class).room(nurse.organization()));
    assertThat(room).extracting(RoomLeft::places).containsExactly(2);
  }

  private void fits() {
    assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing is wider than the phone")
        .isEqualTo(true);
  }

  private List<Rule> grave() {
    return new AxeBuilder(phone)
        .setLegacyMode(true).analyze().getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .toList();
  }

  /** Tab after Tab until it is reached. */
  private void tabTo(String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      press("Tab");
      if ((Boolean)
          phone.evaluate("(selector) => document.activeElement.matches(selector)", selector)) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by Tab on " + phone.url());
  }

  private void press(String key) {
    phone.keyboard().press(key);
  }
}
