package tasuki;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every page of the access table in a real browser: whoever may open it can also perceive it. */
class EveryPageAxeTest {

  private static final List<String> FITTING =
      List.of(
          "inside",
          "team",
          "coordinator",
          "officer",
          "administrator",
          "auditor",
          "family",
          "nobody");

  /** The script itself: through its builder everything it passed would travel here as well. */
  private static final String AXE = axe();

  private static final String GRAVE =
      """
      async (colours) => {
        const found = await axe.run({
          resultTypes: ['violations'], rules: { 'color-contrast': { enabled: colours } } });
        return found.violations
          .filter((rule) => ['serious', 'critical'].includes(rule.impact))
          .map((rule) => [rule.id, ...rule.nodes.slice(0, 3).map((node) => node.html)].join(' '));
      }
      """;

  private final List<String> violations = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();

  @Test
  void every_page_can_be_perceived_by_everybody_in_both_languages() {
    AccessTable table = AccessTable.read();
    AccessScene scene = AccessScene.set();
    pages(table)
        .forEach(
            (person, paths) -> {
              try (BrowserContext context = TestBrowser.get().newContext()) {
                carryOver(scene.visitor(person), context);
                Page page = context.newPage();
                paths.forEach(path -> look(page, path, scene.address(path)));
              }
            });
    assertThat(violations).isEmpty();
    assertThat(seen).as("pages looked at in both languages").hasSizeGreaterThan(150);
  }

  @Test
  void the_look_notices_a_picture_and_a_button_without_words() {
    try (BrowserContext context = TestBrowser.get().newContext()) {
      Page page = context.newPage();
      page.setContent("<main><h1>Tasuki</h1><img src='data:,'><button></button></main>");
      assertThat(grave(page, true))
          .anyMatch(found -> found.startsWith("image-alt"))
          .anyMatch(found -> found.startsWith("button-name"));
    }
  }

  /** Each page once, with the first person who fits; the files of the open data are no pages. */
  private static Map<String, Set<String>> pages(AccessTable table) {
    Map<String, Set<String>> pages = new LinkedHashMap<>();
    for (AccessTable.Row row : table.rows) {
      if (row.method().equals("GET") && !row.path().startsWith("/open-data/")) {
        FITTING.stream()
            .filter(person -> table.cell(row, person).equals("y"))
            .findFirst()
            .ifPresent(
                person ->
                    pages.computeIfAbsent(person, _ -> new LinkedHashSet<>()).add(row.path()));
      }
    }
    return pages;
  }

  private static void carryOver(Visitor visitor, BrowserContext context) {
    context.addCookies(
        visitor.cookies().entrySet().stream()
            .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(House.url()))
            .toList());
  }

  private void look(Page page, String path, String address) {
    for (String language : List.of("ja", "en")) {
      // The link at the foot of each page changes the language and comes back to it.
      Response answer = open(page, language, address).orElse(null);
      if (answer == null) {
        continue;
      }
      String where = path + " in " + language;
      String kind = answer.headers().getOrDefault("content-type", "");
      if (!kind.startsWith("text/html") || path.equals("/language")) {
        continue;
      }
      assertThat(answer.status()).as(where).isLessThan(300);
      assertThat(page.getAttribute("html", "lang")).as(where).isEqualTo(language);
      seen.add(where);
      grave(page, language.equals("ja")).forEach(found -> violations.add(where + ": " + found));
    }
  }

  /** Empty where the address gives a file to keep and no page. */
  private static Optional<Response> open(Page page, String language, String address) {
    String back = URLEncoder.encode(address, StandardCharsets.UTF_8);
    try {
      return Optional.of(page.navigate(House.url() + "/language?to=" + language + "&back=" + back));
    } catch (PlaywrightException file) {
      if (String.valueOf(file.getMessage()).contains("Download is starting")) {
        return Optional.empty();
      }
      throw file;
    }
  }

  /**
   * What is seriously or critically wrong, told by the rule and the first elements.
   *
   * @param colours whether to look at contrast too: most of the time goes there, and colours do not
   *     change with the language
   */
  private static List<String> grave(Page page, boolean colours) {
    page.evaluate(AXE);
    List<?> found = (List<?>) page.evaluate(GRAVE, colours);
    return found.stream().map(String::valueOf).toList();
  }

  private static String axe() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
