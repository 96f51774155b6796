package tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasuki.TestBrowser;

/** The gallery in a real browser, under the strict content policy that the application sends. */
class GalleryBrowserTest {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Map<String, String> KINDS =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");
  private static HttpServer server;
  private static Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open() throws IOException {
    Gallery.write();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", GalleryBrowserTest::serve);
    server.start();
    browser = TestBrowser.get();
  }

  @AfterAll
  static void close() {
    if (server != null) server.stop(0);
  }

  @BeforeEach
  void visit() {
    context = browser.newContext();
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (Set.of("error", "warning").contains(message.type())) complaints.add(message.text());
        });
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }

  @ParameterizedTest(name = "{0} at {1} px")
  @CsvSource({
    "gallery.ja, 1400",
    "gallery.ja, 390",
    "gallery.en, 390",
    "desk.ja, 1400",
    "desk.ja, 390",
    "desk.en, 1400",
    "desk.en, 390",
    "field.ja, 1400",
    "field.ja, 390",
    "field.en, 390",
    "form.ja, 1400",
    "form.ja, 390",
    "form.en, 390",
    "sign-in.ja, 1400",
    "sign-in.ja, 390",
    "sign-in.en, 390",
  })
  void axe_finds_nothing(String name, int width) {
    go(name, width);
    var found =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(found)
        .as(
            () ->
                String.join(
                    "\n",
                    found.stream()
                        .map(
                            rule ->
                                rule.getId()
                                    + " "
                                    + rule.getNodes().stream().map(n -> n.getHtml()).toList())
                        .toList()))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0} at {1} px")
  @CsvSource({
    "gallery.ja, 320", "gallery.en, 320", "desk.ja, 320", "desk.en, 320", "field.ja, 320",
    "field.en, 320", "form.ja, 320", "form.en, 320", "sign-in.en, 320", "gallery.en, 390",
    "gallery.en, 700", "desk.en, 700", "desk.en, 1400",
  })
  void nothing_hangs_over_the_edge(String name, int width) {
    go(name, width);
    var over =
        page.evaluate(
            """
            () => [...document.querySelectorAll('body *')]
              .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                && !e.closest('.table-wrap, .tabs, .phrases, .drawer, svg, .hidden-text, thead'))
              .map((e) => e.outerHTML.slice(0, 120))
            """);
    assertThat((List<?>) over).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Test
  void arrows_lead_from_row_to_row() {
    go("desk.ja");
    page.locator("a.row-link").first().focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("a.row-link:focus").textContent()).endsWith(" 2");
    page.keyboard().press("End");
    assertThat(page.locator("a.row-link:focus").textContent()).endsWith(" 14");
  }

  @Test
  void the_choice_of_columns_is_remembered() {
    go("desk.ja");
    page.getByText("列を選ぶ").click();
    page.locator("[data-columns-of] input[value=ward]").uncheck();
    assertThat(page.locator("td[data-column=ward]").first().isVisible()).isFalse();
    go("desk.ja");
    assertThat(page.locator("td[data-column=ward]").first().isVisible()).isFalse();
  }

  @Test
  void errors_are_met_first_and_lead_to_their_field() {
    go("form.ja");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("summary");
    page.getByText("入院日を入力してください").first().click();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("f-admitted");
  }

  @Test
  void a_draft_waits_encrypted_until_it_is_sent() {
    go("field.ja");
    page.locator("#f-note-text").fill("夜間に発熱がありました");
    page.getByText("下書きを保存しました").waitFor();
    assertThat((String) page.evaluate("JSON.stringify(localStorage)"))
        .contains("tasuki.draft.")
        .doesNotContain("発熱");
    go("field.ja");
    page.getByText("の下書きを戻しました").waitFor();
    assertThat(page.locator("#f-note-text").inputValue()).isEqualTo("夜間に発熱がありました");
    page.evaluate("document.getElementById('note').action = 'desk.ja.html'");
    page.getByText("チームに伝える").click();
    page.getByText("入院の連絡を送りました").waitFor();
    page.waitForFunction(
        "!Object.keys(localStorage).some((name) => name.startsWith('tasuki.draft.'))");
  }

  @Test
  void a_form_that_keeps_no_draft_leaves_no_trace() {
    go("sign-in.ja");
    page.locator("#f-mail").fill("someone@example.jp");
    page.waitForTimeout(1200);
    assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
  }

  @Test
  void what_is_typed_is_understood_in_any_width_and_era() {
    go("form.ja");
    page.locator("#f-kana").fill("みほん はなこ");
    page.locator("#f-days").fill("1,200");
    page.locator("#f-admitted").fill("S12.3.4");
    page.locator("#f-note").focus();
    assertThat(page.locator("#f-kana").inputValue()).isEqualTo("ミホン ハナコ");
    assertThat(page.locator("#f-days").inputValue()).isEqualTo("1200");
    assertThat(page.locator("[data-echo]").first().textContent())
        .contains("1937年3月4日")
        .contains("昭和12");
  }

  @Test
  void none_and_the_others_exclude_each_other() {
    go("form.ja");
    page.getByText("なし", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("input[value=oxygen]").isChecked()).isFalse();
    page.locator("input[value=tube]").check();
    assertThat(page.locator("input[value=none]").isChecked()).isFalse();
  }

  @Test
  void a_phrase_is_written_by_a_tap_and_counted_by_nobody_else() {
    go("field.ja");
    page.getByText("変わりありません").click();
    page.getByText("食事は半分ほど").click();
    assertThat(page.locator("#f-note-text").inputValue()).isEqualTo("変わりありません。食事は半分ほど");
  }

  @Test
  void offline_nothing_is_sent_and_nothing_is_lost() {
    go("field.ja");
    page.locator("#f-note-text").fill("記録");
    context.setOffline(true);
    page.locator("#offline").waitFor();
    page.getByText("チームに伝える").click();
    assertThat(page.locator("#offline").textContent()).contains("送っていません");
    assertThat(page.locator("#f-note-text").inputValue()).isEqualTo("記録");
  }

  @Test
  void a_password_may_be_looked_at() {
    go("sign-in.ja");
    page.getByText("表示する").click();
    assertThat(page.locator("#f-password").getAttribute("type")).isEqualTo("text");
    page.getByText("隠す").click();
    assertThat(page.locator("#f-password").getAttribute("type")).isEqualTo("password");
  }

  private void go(String name, int width) {
    page.setViewportSize(width, 844);
    page.navigate("http://localhost:" + server.getAddress().getPort() + "/" + name + ".html");
  }

  private void go(String name) {
    go(name, 1400);
  }

  private static void serve(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().substring(1);
    var file = Gallery.FOLDER.resolve(name).normalize();
    try (exchange) {
      if (!file.startsWith(Gallery.FOLDER) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var ending = name.substring(name.lastIndexOf('.') + 1);
      exchange.getResponseHeaders().set("Content-Type", KINDS.getOrDefault(ending, "text/plain"));
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      var bytes = Files.readAllBytes(file);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
