package tasuki.register;

import static org.assertj.core.api.Assertions.assertThat;

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
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;

/** Registers in a real browser: an officer sets one up and decides, a pharmacy applies. */
class RegisterBrowserTest {

  private final List<BrowserContext> contexts = new ArrayList<>();

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
  }

  private Page page(RegisterScene.Staff staff, int width) {
    BrowserContext context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 844));
    contexts.add(context);
    context.addCookies(
        staff.signedIn().cookies().entrySet().stream()
            .map(one -> new Cookie(one.getKey(), one.getValue()).setUrl(House.url()))
            .toList());
    return context.newPage();
  }

  @Test
  void a_pharmacy_applies_on_a_phone_and_an_officer_decides_at_the_desk() {
    RegisterScene.Staff registrar = RegisterScene.officer();
    Register register =
        RegisterScene.setUp(registrar, RegisterScene.register(RegisterScene.code()));
    RegisterScene.Staff pharmacist = RegisterScene.staff(OrganizationKind.PHARMACY, Duty.CARE);

    Page phone = page(pharmacist, 390);
    phone.navigate(House.url() + "/registers/" + register.code());
    phone.locator("a[href$='/apply']").press("Enter");
    phone.locator("input[name='i-kind']").first().press("Space");
    phone.locator("#apply .actions button").press("Enter");
    phone.waitForURL("**/registers/applications/*");
    assertThat(wide(phone)).as("nothing sticks out on a phone").isFalse();
    String application = phone.url();

    Page desk = page(registrar, 1280);
    desk.navigate(application);
    desk.locator("input[name='outcome'][value='ACCEPT']").press("Space");
    desk.locator("#decision .actions button").press("Enter");
    desk.waitForSelector("[data-notice='success']");
    desk.navigate(House.url() + "/registers/" + register.code());
    assertThat(desk.locator("#register-entries tbody tr").count()).isEqualTo(1);
    assertThat(desk.locator("#register-entries").textContent()).contains("T-001");

    phone.navigate(House.url() + "/registers/own");
    assertThat(phone.locator("main").textContent()).contains("T-001");
    assertThat(wide(phone)).isFalse();
  }

  @Test
  void an_officer_sets_a_register_up_and_what_is_missing_is_told_without_losing_the_rest() {
    RegisterScene.Staff registrar = RegisterScene.officer();
    String code = RegisterScene.code();
    Page desk = page(registrar, 1280);
    desk.navigate(House.url() + "/registers");
    desk.locator("a[href='/registers/new']").press("Enter");
    desk.fill("[name='code']", code);
    desk.fill("[name='nameJa']", "架空の見守り薬局");
    desk.fill("[name='nameEn']", "Imaginary watching pharmacy");
    for (String words : List.of("purposeJa", "purposeEn", "criteriaJa", "criteriaEn")) {
      desk.fill("[name='" + words + "']", "架空の言葉");
    }
    desk.check("[name='concerns'][value='ORGANIZATION']");
    desk.check("[name='kinds'][value='PHARMACY']");
    desk.check("[name='decider'][value='PREFECTURE']");
    desk.selectOption("[name='unit']", "MONTHS");
    desk.fill("[name='numbering']", "見-{n:3}");
    save(desk);
    assertThat(desk.locator("#f-count-error").count()).isEqualTo(1);
    assertThat(desk.inputValue("[name='nameJa']")).isEqualTo("架空の見守り薬局");
    assertThat(desk.isChecked("[name='kinds'][value='PHARMACY']")).isTrue();
    desk.fill("[name='count']", "６");
    desk.locator("[name='press'][value='add']").press("Enter");
    desk.waitForSelector("[name^='ja-']");
    assertThat(desk.inputValue("[name='count']")).isIn("6", "６");
    desk.fill("[name^='ja-']", "訪問の回数");
    desk.fill("[name^='en-']", "Visits");
    desk.selectOption("[name^='kind-']", "NUMBER");
    save(desk);
    desk.waitForURL("**/registers/" + code);
    assertThat(desk.locator("h1").textContent()).isEqualTo("架空の見守り薬局");
    RegisterScene.Staff pharmacist = RegisterScene.staff(OrganizationKind.PHARMACY, Duty.CARE);
    Page phone = page(pharmacist, 390);
    phone.navigate(House.url() + "/registers/" + code + "/apply");
    assertThat(phone.locator("#apply").textContent()).contains("訪問の回数");
    assertThat(wide(phone)).isFalse();
  }

  private static void save(Page desk) {
    desk.locator(".actions button[value='save']").press("Enter");
    desk.waitForLoadState();
  }

  private static boolean wide(Page page) {
    return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
  }
}
