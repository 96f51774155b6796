package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Credentials;
import tasuki.kernel.Actor;
import tasuki.person.Neighbourhood.Staff;

/**
 * Whoever lets an organisation in finds it by part of its name: by keyboard, and without
 * JavaScript.
 */
class PickerBrowserTest {

  private static final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private static final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);

  private static PersonId person;
  private static String name;
  private static List<Cookie> cookies;

  private final java.util.List<BrowserContext> contexts = new java.util.ArrayList<>();

  @BeforeAll
  static void enter() {
    person = Neighbourhood.registered(office);
    name = name(hospital.organization());
    House.bean(Credentials.class).give(office.account(), Neighbourhood.PASSWORD);
    cookies =
        Visitor.signedIn(office.login(), Neighbourhood.PASSWORD).cookies().entrySet().stream()
            .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(House.url()))
            .toList();
  }

  private static String name(OrganizationId id) {
    return House.as(Actor.NOBODY, () -> House.bean(Organizations.class).get(id).name());
  }

  private Page team(boolean script) {
    BrowserContext context =
        TestBrowser.get()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(390, 844)
                    .setJavaScriptEnabled(script));
    context.setDefaultTimeout(60_000);
    contexts.add(context);
    context.addCookies(cookies);
    Page page = context.newPage();
    page.navigate(House.url() + "/persons/" + person + "/team");
    return page;
  }

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
  }

  @Test
  void by_keyboard_one_types_goes_down_and_takes_it() {
    Page page = team(true);
    Locator field = page.locator("#f-organization");
    assertThat(field.getAttribute("role")).isEqualTo("combobox");
    assertThat(field.getAttribute("aria-expanded")).isEqualTo("false");
    field.fill(name);
    Locator option = option(page);
    option.waitFor();
    assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
    assertThat(page.locator(".picker [role=status]").textContent()).contains("件の候補");
    while (!"true".equals(option.getAttribute("aria-selected"))) {
      field.press("ArrowDown");
    }
    assertThat(field.getAttribute("aria-activedescendant")).isEqualTo(option.getAttribute("id"));
    field.press("Enter");
    assertThat(field.inputValue()).isEqualTo(name);
    assertThat(field.getAttribute("aria-expanded")).isEqualTo("false");
    assertThat(chosen(page)).isEqualTo(hospital.organization().toString());
    assertThat(page.locator("#f-organization-note").textContent()).startsWith("病院");

    field.press("End");
    field.press("Backspace");
    assertThat(chosen(page)).isEmpty();
    option.waitFor();
    field.press("Escape");
    assertThat(option.isVisible()).isFalse();
    assertThat(page.url()).endsWith("/team");
  }

  @Test
  void words_without_a_choice_are_told_at_the_field_and_stay() {
    Page page = team(true);
    page.fill("#f-organization", name);
    option(page).waitFor();
    page.press("#f-organization", "Tab");
    assertThat(option(page).isVisible()).isFalse();
    page.selectOption("#f-role", "HOSPITAL");
    page.click("main form button.large");
    page.waitForSelector("#f-organization-error");
    assertThat(page.textContent("#f-organization-error")).contains("候補から一つ選んでください");
    assertThat(page.inputValue("#f-organization")).isEqualTo(name);
    assertThat(page.inputValue("#f-role")).isEqualTo("HOSPITAL");
  }

  @Test
  void without_script_a_button_shows_what_fits_and_nothing_typed_is_lost() {
    Page page = team(false);
    page.fill("#f-organization", name);
    page.selectOption("#f-role", "HOSPITAL");
    page.press("button[name=pick]", "Enter");
    page.waitForSelector("input[type=radio]");
    Locator found = page.locator("input[type=radio][value='" + hospital.organization() + "']");
    assertThat(found.count()).isOne();
    assertThat(page.locator("[data-error-summary]").count()).isZero();
    assertThat(page.inputValue("#f-role")).isEqualTo("HOSPITAL");
    found.check();
    page.locator("#f-basis")
        .selectOption(page.locator("#f-basis option").nth(1).getAttribute("value"));
    page.click("main form button.large");
    assertThat(page.textContent("[data-notice]")).contains("担当チームに加えました");
  }

  private static Locator option(Page page) {
    return page.locator("[role=option][data-value='" + hospital.organization() + "']");
  }

  private static String chosen(Page page) {
    return page.locator("input[name=organization]").inputValue();
  }
}
