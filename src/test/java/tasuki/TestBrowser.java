package tasuki;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one browser of the whole suite: the system's Chromium, started when a test asks for it. */
public final class TestBrowser {

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private static @Nullable Browser browser;

  private TestBrowser() {}

  /** The browser; it closes with the JVM. */
  public static synchronized Browser get() {
    Browser running = browser;
    if (running == null) {
      running = start();
      browser = running;
    }
    return running;
  }

  private static Browser start() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-test-browser"));
    BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
    PLACES.stream().filter(Files::isExecutable).findFirst().ifPresent(options::setExecutablePath);
    return playwright.chromium().launch(options);
  }

  /** Signs one of the sample accounts in, as people do it, and stands on the home page. */
  public static void signIn(Page page, String login, String password) {
    page.navigate(House.url() + "/sign-in");
    page.fill("#f-login", login);
    page.fill("#f-password", password);
    page.click("main form button.large");
    page.waitForURL("**/sign-in/code");
    page.fill("#f-code", page.textContent(".code-digits output").replace(" ", ""));
    page.click("main form button.large");
    page.waitForURL(House.url() + "/");
  }
}
