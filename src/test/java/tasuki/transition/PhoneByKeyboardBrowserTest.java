package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.directory.OrganizationKind;
import tasuki.person.CareLevel;

/** On the width of a phone without a pointer: everything is reached, and one always sees where. */
class PhoneByKeyboardBrowserTest {

  private static final int MOST_STOPS = 120;

  /** Where the keyboard is: what has the focus, whether it shows it, and whether it is in sight. */
  private static final String FOCUS =
      """
      () => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        return {
          lost: at === document.body || at === document.documentElement,
          outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
          inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
            && box.width > 0 && box.height > 0,
          what: at.outerHTML.slice(0, 160),
        };
      }
      """;

  private BrowserContext context;
  private Page phone;

  @BeforeEach
  void take() {
    context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(390, 844));
    context.setDefaultTimeout(90_000);
    phone = context.newPage();
  }

  @AfterEach
  void putAway() {
    context.close();
  }

  @Test
  void a_care_manager_signs_in_opens_a_stay_and_logs_a_hearing_with_the_keyboard_alone() {
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    Scene.givePassword(manager);
    StayId stay =
        Scene.admitted(
            manager, Scene.client(manager, CareLevel.CARE_2), nurse.organization(), Scene.today());

    signIn(manager.login());
    goTo("a[href='/stays']");
    phone.waitForURL("**/stays");
    goTo("a.row-link[href='/stays/" + stay + "']");
    phone.waitForURL("**/stays/" + stay);
    goTo("#more a[href$='/steps/hearing']");
    phone.waitForURL("**/steps/hearing");

    isToldOfASlip();
    write("#f-on", Scene.today().toString());
    tabTo("input[name=mode]:checked");
    press("ArrowDown");
    String mode = phone.inputValue("input[name=mode]:checked");
    tabTo("input[name=professions]");
    press("Space");
    assertThat(phone.locator("input[name=professions]").first().isChecked()).isTrue();
    write("#f-note", "夜は家族が見守る");
    tabTo("main form button.large");
    press("Enter");
    phone.waitForURL("**/stays/" + stay);

    assertThat(phone.textContent("[data-notice=success]")).contains("「聞き取り」を記録しました。");
    assertThat(phone.textContent("main")).contains("夜は家族が見守る");
    assertThat(mode).isNotEqualTo("MEETING");
    tabTo("a.skip");
    press("Enter");
    assertThat(phone.evaluate("document.activeElement.id")).isEqualTo("main");
    press("Tab");
    isSeen();
    assertThat(phone.evaluate("document.activeElement.closest('#main') !== null"))
        .as("the skip link leads past the head of the page")
        .isEqualTo(true);
  }

  private void signIn(String login) {
    phone.navigate(House.url() + "/sign-in");
    write("#f-login", login);
    write("#f-password", Scene.PASSWORD);
    press("Enter");
    phone.waitForURL("**/sign-in/code");
    write("#f-code", phone.textContent(".code-digits output").replace(" ", ""));
    press("Enter");
    phone.waitForURL(House.url() + "/");
  }

  /** A date that is none: the focus is on the summary, which leads into the field. */
  private void isToldOfASlip() {
    write("#f-on", "あした");
    press("Enter");
    phone.locator("[data-error-summary]").waitFor();
    phone.waitForFunction("document.activeElement.matches('[data-error-summary]')");
    isSeen();
    tabTo("[data-error-summary] a");
    press("Enter");
    assertThat(phone.evaluate("document.activeElement.id")).isEqualTo("f-on");
    isSeen();
    assertThat(phone.inputValue("#f-on")).isEqualTo("あした");
  }

  private void goTo(String selector) {
    tabTo(selector);
    press("Enter");
  }

  /** Reaches a field and writes into it, in place of what stood there. */
  private void write(String selector, String text) {
    if (!focused(selector)) {
      tabTo(selector);
    }
    press("Control+A");
    phone.keyboard().insertText(text);
    isSeen();
  }

  /** Tab after Tab until it is reached; at every stop one sees where one is. */
  private void tabTo(String selector) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      press("Tab");
      isSeen();
      if (focused(selector)) {
        return;
      }
    }
    throw new AssertionError(selector + " is not reached by Tab on " + phone.url());
  }

  private boolean focused(String selector) {
    return (Boolean)
        phone.evaluate("(selector) => document.activeElement.matches(selector)", selector);
  }

  private void press(String key) {
    phone.keyboard().press(key);
  }

  private void isSeen() {
    var focus = (Map<?, ?>) phone.evaluate(FOCUS);
    String where = focus.get("what") + " on " + phone.url();
    assertThat(focus.get("lost")).as("the focus is lost at " + where).isEqualTo(false);
    assertThat(focus.get("outlined")).as("the focus shows at " + where).isEqualTo(true);
    assertThat(focus.get("inSight")).as("the focus is in sight at " + where).isEqualTo(true);
  }
}
