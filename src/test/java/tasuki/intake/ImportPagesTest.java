package tasuki.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.Visitor;
import tasuki.calendar.HolidaySource;
import tasuki.directory.OrganizationKind;
import tasuki.transition.SceneStaff;

class ImportPagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final String HEAD = "国民の祝日・休日月日,国民の祝日・休日名称\n";

  private static Visitor officer(OrganizationKind kind) {
    return Visitor.signedIn(SceneStaff.officer(kind).login(), PASSWORD);
  }

  private static Visitor.Upload file(String text) {
    return new Visitor.Upload("file", "祝日.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> bring(Visitor visitor, String text) {
    return bring(visitor, "holidays", text);
  }

  /** A busy machine reads on after the page has answered. */
  private static HttpResponse<String> bring(Visitor visitor, String kind, String text) {
    visitor.get("/imports/" + kind);
    HttpResponse<String> page = visitor.upload("/imports/" + kind, Map.of(), file(text));
    Instant end = Instant.now().plusSeconds(60);
    while (page.body().contains("hx-trigger=\"every 2s\"") && Instant.now().isBefore(end)) {
      page = visitor.get(page.uri().getPath());
    }
    return page;
  }

  @Test
  void only_the_prefecture_brings_lists_in() {
    Visitor prefecture = officer(OrganizationKind.PREFECTURE);
    assertThat(prefecture.get("/imports").body()).contains("国民の祝日", "人口", "区域");
    Visitor city = officer(OrganizationKind.MUNICIPALITY);
    assertThat(city.get("/imports").statusCode()).isEqualTo(404);
    assertThat(city.get("/imports/holidays").statusCode()).isEqualTo(404);
    String one = bring(prefecture, HEAD + "2073/1/1,元日\n").uri().getPath();
    for (String path : new String[] {"", "/progress", "/rejected", "/rejected?as=csv"}) {
      assertThat(city.get(one + path).statusCode()).as(path).isEqualTo(404);
    }
    for (String act : new String[] {"/apply", "/undo", "/discard"}) {
      assertThat(city.post(one + act, Map.of()).statusCode()).as(act).isEqualTo(404);
    }
    assertThat(prefecture.get(one).body()).contains("反映を待っています");
  }

  @Test
  void rejected_rows_are_shown_and_taken_along() {
    Visitor officer = officer(OrganizationKind.PREFECTURE);
    HttpResponse<String> page = bring(officer, HEAD + "2074/1/1,元日\n2074/2/30,ない日\n");
    assertThat(page.body()).contains("取り込まない行", "3行目", "ない日");
    String one = page.uri().getPath();
    assertThat(officer.get(one + "/rejected?as=csv").body())
        .startsWith("\uFEFF場所,理由,行の内容")
        .contains("ない日");
    assertThat(officer.get(one + "/rejected").statusCode()).isEqualTo(200);
    assertThat(officer.get(one + "?what=CLOSED&after=x").statusCode()).isEqualTo(200);
    assertThat(officer.get(one + "?what=%00&after=%00").statusCode()).isLessThan(500);
  }

  @Test
  void a_file_that_cannot_be_read_says_why() {
    Visitor officer = officer(OrganizationKind.PREFECTURE);
    assertThat(bring(officer, "areas", "品名,個数\nりんご,3\n").body()).contains("見出しの行が見つかりません");
    HttpResponse<String> none = officer.upload("/imports/holidays", Map.of());
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("ファイルを選んでください");
  }

  @Test
  void what_the_columns_of_an_own_table_mean_is_asked_once() {
    Visitor officer = officer(OrganizationKind.PREFECTURE);
    String text = "休みの表,,\nいつ,なに,備考\n2078/1/1,元日,a\n2078/7/7,星の日,b\n";
    HttpResponse<String> asked = bring(officer, text);
    assertThat(asked.body()).contains("列の意味", "いつ", "2078/1/1、2078/7/7");
    String page = asked.uri().getPath();
    HttpResponse<String> missing = officer.post(page, Map.of("meaning-0", "day"));
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.body()).contains("次のものの列を選んでください: 名称");
    assertThat(officer.post(page, Map.of("meaning-0", "day", "meaning-1", "day")).body())
        .contains("「日」が2つの列に選ばれています");
    assertThat(officer.post(page, Map.of("meaning-0", "day", "meaning-1", "price")).statusCode())
        .isEqualTo(422);
    assertThat(officer.post(page, Map.of("meaning-0", "day", "meaning-1", "name")).body())
        .as("without another upload")
        .contains("列の意味を覚え、ファイルを読み込みました", "反映を待っています", "星の日");
    assertThat(bring(officer, text).body()).contains("反映を待っています", "星の日");
    Visitor other = officer(OrganizationKind.PREFECTURE);
    assertThat(other.get(page).statusCode()).as("another organisation's").isEqualTo(404);
  }

  @Test
  void where_much_would_close_the_page_asks_first() {
    Visitor officer = officer(OrganizationKind.PREFECTURE);
    String first =
        bring(officer, HEAD + "2075/1/1,元日\n2075/2/11,建国記念の日\n2075/2/23,天皇誕生日\n").uri().getPath();
    assertThat(officer.post(first + "/apply", Map.of()).body()).contains("反映しました");
    HttpResponse<String> page = bring(officer, HEAD + "2075/1/1,元日\n");
    String second = page.uri().getPath();
    assertThat(page.body()).contains("2075: 3件のうち2件が消える");
    HttpResponse<String> refused = officer.post(second + "/apply", Map.of());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("印を付けてください");
    assertThat(officer.post(second + "/apply", Map.of("confirm", "2075")).body())
        .contains("反映しました");
    assertThat(officer.post(first + "/undo", Map.of()).body()).contains("後から反映したファイル");
    assertThat(officer.post(second + "/undo", Map.of()).body()).contains("元に戻しました");
    assertThat(officer.post(first + "/undo", Map.of()).body()).contains("元に戻しました");
  }

  @Test
  void an_officer_brings_a_file_looks_at_the_difference_applies_and_undoes_it() {
    SceneStaff staff = SceneStaff.officer(OrganizationKind.PREFECTURE);
    try (BrowserContext context = TestBrowser.get().newContext()) {
      Page page = context.newPage();
      TestBrowser.signIn(page, staff.login(), PASSWORD);
      page.navigate(House.url() + "/imports");
      page.click("a.row-link:has-text('国民の祝日')");
      page.setInputFiles(
          "#f-file",
          new FilePayload(
              "syukujitsu.csv",
              "text/csv",
              (HEAD + "2076/1/1,元日\n2076/6/30,臨時の祝日\n2076/6/31,ない日\n")
                  .getBytes(StandardCharsets.UTF_8)));
      page.click("#bring button");
      assertThat(page.locator("main")).containsText("臨時の祝日");
      assertThat(page.locator("main")).containsText("取り込まない行");
      clean(page);
      page.click("nav.tabs a:has-text('消える')");
      assertThat(page.locator("main")).not().containsText("臨時の祝日");
      page.click("nav.tabs a:has-text('新しい')");
      assertThat(page.locator("main")).containsText("臨時の祝日");
      page.click("#apply button");
      assertThat(page.locator("[data-notice=success]")).containsText("反映しました");
      assertThat(isHoliday()).isTrue();
      clean(page);
      page.click("button:has-text('反映を取り消す')");
      assertThat(page.locator("[data-notice=success]")).containsText("元に戻しました");
      assertThat(isHoliday()).isFalse();
    }
  }

  private static boolean isHoliday() {
    return House.bean(HolidaySource.class).inForce().isHoliday(LocalDate.of(2076, 6, 30));
  }

  private static void clean(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}
