package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.SharedData;
import tasuki.Visitor;

/** Printed lists of two prefectures, brought in as an officer would: pasted, looked at, taken. */
class PrintedListTest {

  private static final Pattern LIST = Pattern.compile("/programmes/lists/([0-9a-f-]{36})");
  private static final Pattern DRAFT = Pattern.compile("/programmes/imports/([0-9a-f-]{36})");

  private final Keeping keeping = new Keeping();
  private final Visitor officer = Keeping.signedIn(keeping.compiler);

  @Test
  void a_clean_list_comes_in_with_its_totals_and_once_more_without_a_change() {
    String text = SharedData.reference("001_chiba_home_care_list_r6_r7.txt");
    String page = bring(text.substring(text.indexOf("令和7年度在宅医療推進施策一覧")));
    assertThat(page).contains("一致").doesNotContain("不一致", "決めていただく行</h2>");
    HttpResponse<String> list = take(page, "在宅医療推進施策一覧", "2025", "令和7年度在宅医療推進施策一覧");
    assertThat(list.body()).contains("470,375", "49,591", "420,784", "再掲");
    Edition edition = edition(list);
    Report report = report(edition);
    assertThat(report.gross().money().planned()).isEqualTo(470_375_000);
    assertThat(report.reposted().money().planned()).isEqualTo(49_591_000);
    assertThat(report.net().money().planned()).isEqualTo(420_784_000);

    String again = officer.get("/programmes/lists/" + edition.id() + "?as=csv").body();
    HttpResponse<String> second = take(bring(tabs(again)), "", "2025", "令和7年度在宅医療推進施策一覧", edition);
    assertThat(second.body()).contains("同じ " + report.programmes().size() + "、新しいか変わった 0");
    assertThat(report(edition).net()).isEqualTo(report.net());
  }

  @Test
  void the_fifty_three_programmes_of_a_fund_come_in_by_category() {
    String text = SharedData.reference("003_kumamoto_fund.txt");
    String page = bring(text.substring(text.indexOf("令和7年度(2025年度)地域医療介護総合確保基金(医療分) 事業一覧")));
    assertThat(page).contains("一致").doesNotContain("不一致", "決めていただく行</h2>");
    HttpResponse<String> list = take(page, "基金（医療分）事業一覧", "R7", "令和7年度 事業一覧");
    Report report = report(edition(list));
    assertThat(report.programmes()).hasSize(53);
    assertThat(report.net().money().planned()).isEqualTo(2_121_792_000L);
    assertThat(
            report.lines().stream()
                .filter(Report.Head.class::isInstance)
                .map(line -> ((Report.Head) line).sum().money().planned() / 1_000))
        .containsExactly(1_013_918L, 127_680L, 157_187L, 784_476L, 38_531L);
    assertThat(report.programmes())
        .as("two programmes of one name")
        .filteredOn(one -> one.entry().name().equals("かかりつけ薬剤師・薬局機能強化事業"))
        .hasSize(2);

    Edition edition = edition(list);
    assertThat(list.body()).contains("小計 11件", "157,187");
    String again = officer.get("/programmes/lists/" + edition.id() + "?as=csv").body();
    assertThat(again)
        .contains("①-1 小計,4件,1013918", "② 小計,11件,157187", "④ 小計,36件,784476")
        .contains("合計,2121792");
    String read = bring("令和7年度 事業一覧\n" + tabs(again));
    assertThat(read).contains("一致").doesNotContain("不一致", "決めていただく行</h2>");
    HttpResponse<String> second = take(read, "", "2025", "令和7年度 事業一覧", edition);
    assertThat(second.body()).contains("同じ 53、新しいか変わった 0");
  }

  @Test
  void of_a_garbled_list_no_shifted_number_is_taken_until_somebody_decides() {
    String text = SharedData.reference("001_chiba_home_care_list_r6_r7.txt");
    String page = bring(text.substring(0, text.indexOf("令和7年度在宅医療推進施策一覧")));
    assertThat(page).contains("不一致", "ずれを戻した読み", "財源の欄に数", "33行あります").contains("担当の欄");
    HttpResponse<String> refused =
        officer.post(address(page) + "/take", target("架空の令和6年度", "2024", "令和6年度"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("まだ決まっていない行が33行あります");
    HttpResponse<String> decided = officer.post(address(page) + "/suggestions", Map.of());
    assertThat(decided.body()).contains("決めました").contains("14,000,000").doesNotContain("33行あります");
    String one = first(Pattern.compile("/lines/(\\d+)\""), decided.body());
    HttpResponse<String> line = officer.get(address(page) + "/lines/" + one);
    assertThat(line.body()).contains("この内容にする");
    HttpResponse<String> left = officer.post(address(page) + "/lines/" + one + "/leave", Map.of());
    assertThat(left.body()).contains("取り込まない");
  }

  @Test
  void what_is_no_table_is_told_and_nothing_is_kept() {
    officer.get("/programmes/imports");
    HttpResponse<String> empty = officer.post("/programmes/imports", Map.of("text", " "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("ファイルを選ぶか、表を貼り付けてください");
    Visitor nurse = Keeping.signedIn(keeping.nurse);
    assertThat(nurse.get("/programmes/imports").statusCode()).isEqualTo(404);
    String draft = address(bring("令和8年度架空の一覧\n区分\t事業名\t事業費(千円)\n\t架空の事業\t1\n"));
    for (String page : new String[] {"", "/columns", "/lines/2"}) {
      assertThat(nurse.get(draft + page).statusCode()).as(page).isEqualTo(404);
      assertThat(officer.get(draft + page).statusCode()).as(page).isEqualTo(200);
    }
    for (String act : new String[] {"/take", "/discard", "/columns", "/lines/2", "/suggestions"}) {
      assertThat(nurse.post(draft + act, Map.of()).statusCode()).as(act).isEqualTo(404);
    }
  }

  @Test
  void columns_without_known_headings_are_chosen_by_a_person_and_remembered() {
    String table =
        """
        令和8年度架空の一覧
        あ\tい\tう
        (1)架空の見出し
        架空の事業\t架空看護室\t1,000
        """;
    String page = bring(table);
    assertThat(page).contains("列を選び直す");
    Map<String, String> columns =
        Map.of(
            "column-0", "NAME",
            "column-1", "DIVISION",
            "column-2", "PLANNED",
            "planned-unit", "THOUSAND_YEN");
    officer.get(address(page) + "/columns");
    HttpResponse<String> read = officer.post(address(page) + "/columns", columns);
    assertThat(read.body()).contains("架空の事業 / 架空看護室", "1,000,000円");
  }

  private String bring(String text) {
    officer.get("/programmes/imports");
    HttpResponse<String> page = officer.post("/programmes/imports", Map.of("text", text));
    assertThat(page.body()).contains("1件の一覧を読みました");
    return page.uri() + "\n" + page.body();
  }

  private static String address(String page) {
    return "/programmes/imports/" + first(DRAFT, page);
  }

  private HttpResponse<String> take(String page, String name, String year, String title) {
    return officer.post(address(page) + "/take", target(name, year, title));
  }

  private HttpResponse<String> take(
      String page, String name, String year, String title, Edition edition) {
    Map<String, String> target = target(name, year, title);
    target.put("series", edition.series().id().toString());
    return officer.post(address(page) + "/take", target);
  }

  private Map<String, String> target(String name, String year, String title) {
    Map<String, String> target = new HashMap<>();
    target.put("name", name);
    target.put("year", year);
    target.put("title", title);
    target.put("division", keeping.compiling.toString());
    return target;
  }

  /** A CSV as it is pasted from a spreadsheet. */
  private static String tabs(String csv) {
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    for (char letter : csv.replace("\uFEFF", "").toCharArray()) {
      if (letter == '"') {
        quoted = !quoted;
      } else {
        text.append(letter == ',' && !quoted ? '\t' : letter);
      }
    }
    return text.toString();
  }

  private Edition edition(HttpResponse<String> list) {
    String id = first(LIST, list.uri().getPath());
    return House.as(
        keeping.compiler,
        () -> House.bean(Editions.class).get(new EditionId(java.util.UUID.fromString(id))));
  }

  private Report report(Edition edition) {
    return House.as(
        keeping.compiler,
        () ->
            Report.of(
                edition,
                House.bean(Editions.class).headings(edition.id()),
                House.bean(Programmes.class).of(edition.id())));
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }
}
