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

/** A pharmacy applies on a phone by keyboard, an officer decides, and it stands in the register. */
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

  private static boolean wide(Page page) {
    return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
  }
}
