package tasuki.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.directory.search.SearchIndex;

/** The list and its map in a real browser, without tiles and without the wide world. */
class MapBrowserTest {

  private static final String MARK = ".find-map path.leaflet-interactive";

  /** みほん: those of the sample prefecture, since those of other tests lie nowhere. */
  private static final String SAMPLE = "?q=%E3%81%BF%E3%81%BB%E3%82%93";

  private final List<String> abroad = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  @BeforeEach
  void everything_is_indexed() {
    House.url();
    House.bean(SearchIndex.class).catchUp();
  }

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
    assertThat(abroad).as("addresses asked outside this server").isEmpty();
  }

  private Page find(int width, String question) {
    BrowserContext context =
        TestBrowser.get().newContext(new Browser.NewContextOptions().setViewportSize(width, 844));
    contexts.add(context);
    Page page = context.newPage();
    page.onRequest(
        request -> {
          if (!request.url().startsWith(House.url()) && !request.url().startsWith("data:")) {
            abroad.add(request.url());
          }
        });
    page.navigate(House.url() + "/public/organizations" + question);
    return page;
  }

  @Test
  void at_a_desk_every_place_of_the_list_stands_on_the_map_and_leads_back_to_its_row() {
    Page page = find(1280, SAMPLE);
    page.waitForSelector(MARK);
    Locator placed = page.locator("li[data-latitude]");
    assertThat(placed.count()).isGreaterThan(2);
    assertThat(page.locator(MARK).count()).isEqualTo(placed.count());
    page.locator(MARK).last().dispatchEvent("click");
    assertThat(page.locator("li.shown").count()).isEqualTo(1);
    assertThat(page.evaluate("document.activeElement.closest('li').className")).isEqualTo("shown");
  }

  @Test
  void on_a_phone_the_map_waits_to_be_asked_for_and_the_list_needs_it_not() {
    Page page = find(390, SAMPLE);
    assertThat(page.locator(".find-map-ground").count()).isZero();
    assertThat(wide(page)).isFalse();
    Locator ask = page.locator(".find-map button");
    ask.focus();
    page.keyboard().press("Enter");
    page.waitForSelector(MARK);
    assertThat(wide(page)).isFalse();
  }

  @Test
  void one_searches_and_narrows_by_keyboard_and_the_address_says_so() {
    Page page = find(1280, "");
    page.focus("#f-q");
    page.keyboard().type("ﾐﾎﾝ中央");
    page.keyboard().press("Enter");
    page.waitForURL("**q=**");
    assertThat(page.locator(".found li h3").first().textContent()).contains("みほん中央病院");
    page.focus(".filter-fold summary");
    page.keyboard().press("Enter");
    page.selectOption("#f-kind", "CLINIC");
    page.focus(".find-fields button");
    page.keyboard().press("Enter");
    page.waitForURL("**kind=CLINIC**");
    assertThat(page.inputValue("#f-q")).isEqualTo("ﾐﾎﾝ中央");
    assertThat(page.locator(".found").textContent()).doesNotContain("みほん中央病院");
  }

  private static boolean wide(Page page) {
    return (Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
  }
}
