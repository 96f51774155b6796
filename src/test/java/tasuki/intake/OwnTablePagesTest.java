package tasuki.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tasuki.House;
import tasuki.TestBrowser;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.server.Importer;
import tasuki.kernel.server.Importers;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;
import tasuki.transition.SceneStaff;

/** An officer's own table with headings that nobody knows, from the first time on. */
class OwnTablePagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static byte[] excel(String heading, List<List<String>> sheets) {
    List<SheetColumn> columns =
        Arrays.stream(heading.split(",")).map(name -> SheetColumn.text(name, 20)).toList();
    return TableWriter.xlsx(
        sheets.stream()
            .map(
                rows ->
                    new Sheet(
                        "シート" + (sheets.indexOf(rows) + 1),
                        "架空県 在宅医療の施設の表",
                        List.of("年に一度そろえる"),
                        columns,
                        rows.stream()
                            .map(row -> Arrays.<@Nullable Object>asList(row.split(",", -1)))
                            .toList()))
            .toList());
  }

  private static long open(String name) {
    return TestDatabase.asOwner()
        .sql("select count(*) from directory.organization where name = ? and closed_on is null")
        .param(name)
        .query(Long.class)
        .single();
  }

  @Test
  void the_columns_are_asked_once_and_the_next_table_is_read_by_itself() {
    SceneStaff staff = SceneStaff.officer(OrganizationKind.PREFECTURE);
    String heading = "どこ,なにをする所,ありか,かける先,担当者メモ";
    byte[] first =
        excel(
            heading,
            List.of(
                List.of(
                    "つばめ訪問看護(架空),訪看,東京都杉並区堀ノ内7-1-1,03-0000-0011,",
                    "つばめ薬局(架空),薬局,東京都杉並区堀ノ内7-1-2,03-0000-0012,5月に確認",
                    "つばめ占い(架空),占い,東京都杉並区堀ノ内7-1-3,,"),
                List.of("すずめ訪問看護(架空),訪看,東京都杉並区堀ノ内8-1-1,03-0000-0013,")));
    try (BrowserContext context = TestBrowser.get().newContext()) {
      Page page = context.newPage();
      TestBrowser.signIn(page, staff.login(), PASSWORD);
      bring(page, first);
      assertThat(page.locator("h1")).hasText("列の意味");
      assertThat(page.locator("main")).containsText("つばめ訪問看護(架空)");
      clean(page);
      page.click("#columns button");
      assertThat(page.locator("#f-meanings-error")).containsText("名称、種類、住所");
      clean(page);
      choose(page, "どこ", "名称");
      choose(page, "なにをする所", "種類");
      choose(page, "ありか", "住所");
      choose(page, "かける先", "電話番号");
      assertThat(page.locator("main")).containsText("「施設の表.xlsx」を預かっています");
      page.click("#columns button");
      assertThat(page.locator("[data-notice=success]")).containsText("列の意味を覚え、ファイルを読み込みました");
      assertThat(page.locator("h1")).hasText("施設の表.xlsx");
      assertThat(page.locator("main")).containsText("反映を待っています");
      assertThat(page.locator("main")).containsText("取り込まない列: 担当者メモ");
      assertThat(page.locator("main")).containsText("「占い」がどの種類かわかりません");
      assertThat(page.locator("main")).containsText("訪問看護ステーション");
      assertThat(page.locator("main")).containsText("すずめ訪問看護(架空)");
      clean(page);
      page.click("#apply button");
      assertThat(page.locator("[data-notice=success]")).containsText("反映しました");
      assertThat(kept(staff)).as("what was applied is not kept").isZero();
      assertThat(open("つばめ訪問看護(架空)")).isEqualTo(1);
      assertThat(open("すずめ訪問看護(架空)")).as("on another sheet").isEqualTo(1);
      assertThat(open("つばめ占い(架空)")).isZero();
      page.click("button:has-text('反映を取り消す')");
      assertThat(page.locator("[data-notice=success]")).containsText("元に戻しました");
      assertThat(open("つばめ訪問看護(架空)")).isZero();
      page.click("a:has-text('列の意味を見る・直す')");
      assertThat(page.getByLabel("かける先")).hasValue("telephone");
      assertThat(page.locator("main")).not().containsText("預かっています");
      page.click("#columns button");
      assertThat(page.locator("[data-notice=success]")).containsText("もう一度選んでください");
    }
  }

  private static long kept(SceneStaff staff) {
    return TestDatabase.asOwner()
        .sql("select count(*) from intake.kept where organization = ?")
        .param(staff.organization())
        .query(Long.class)
        .single();
  }

  private static void bring(Page page, byte[] table) {
    page.navigate(House.url() + "/imports/organizations");
    page.setInputFiles("#f-file", new FilePayload("施設の表.xlsx", EXCEL, table));
    page.click("#bring button");
  }

  private static void choose(Page page, String heading, String meaning) {
    page.getByLabel(heading, new Page.GetByLabelOptions().setExact(true))
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(meaning));
  }

  private static void clean(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private static HttpResponse<String> bring(Visitor officer, String kind, String text) {
    officer.get("/imports/" + kind);
    return officer.upload(
        "/imports/" + kind,
        Map.of(),
        new Visitor.Upload("file", "表.csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_table_with_the_headings_of_the_list_is_not_asked_about_but_may_be_said_otherwise() {
    Visitor officer =
        Visitor.signedIn(SceneStaff.officer(OrganizationKind.PREFECTURE).login(), PASSWORD);
    String text = "名称,種類,住所,れんらく\nひばり薬局(架空),薬局,東京都杉並区堀ノ内9-1,03-0000-0021\n";
    HttpResponse<String> read = bring(officer, "organizations", text);
    assertThat(read.body()).contains("反映を待っています", "取り込まない列: れんらく").doesNotContain("03-0000-0021");
    String columns =
        read.body().replaceAll("(?s).*href=\"(/imports/organizations/columns/[^\"]+)\".*", "$1");
    assertThat(officer.get(columns).body())
        .as("what the headings tell is chosen already")
        .containsPattern("value=\"name\" selected");
    HttpResponse<String> again = officer.post(columns, meanings());
    assertThat(again.body()).as("without another upload").contains("反映を待っています", "03-0000-0021");
    assertThat(officer.get(read.uri().getPath()).body())
        .as("what was read before waits no longer")
        .contains("やめました");
    assertThat(bring(officer, "organizations", text).body()).contains("03-0000-0021");
  }

  private static Map<String, String> meanings() {
    return Map.of(
        "meaning-0", "name", "meaning-1", "kind", "meaning-2", "address", "meaning-3", "telephone");
  }

  private static String columns(String kind, HttpResponse<String> asked) {
    assertThat(asked.uri().getPath()).startsWith("/imports/" + kind + "/columns/");
    return asked.uri().getPath();
  }

  @Test
  void what_is_kept_is_seen_by_nobody_else_and_forgotten_after_a_day() {
    SceneStaff staff = SceneStaff.officer(OrganizationKind.PREFECTURE);
    Visitor officer = Visitor.signedIn(staff.login(), PASSWORD);
    Visitor other =
        Visitor.signedIn(SceneStaff.officer(OrganizationKind.PREFECTURE).login(), PASSWORD);
    String text = "だれ,なに,どこで,れんらく\nかささぎ薬局(架空),薬局,東京都杉並区堀ノ内9-9,03-0000-0029\n";
    String columns = columns("organizations", bring(officer, "organizations", text));
    assertThat(officer.get(columns).body()).contains("「表.csv」を預かっています");
    assertThat(other.get(columns).statusCode()).isEqualTo(404);
    String others = columns("organizations", bring(other, "organizations", text + text));
    assertThat(others).as("the same headings").isEqualTo(columns);
    assertThat(officer.post(columns, meanings()).body())
        .contains("かささぎ薬局(架空)")
        .doesNotContain("2行目と同じ");

    bring(officer, "organizations", text);
    age(staff, "23 hours");
    House.bean(Bringing.class).tidy();
    assertThat(kept(staff)).isEqualTo(1);
    age(staff, "2 hours");
    House.bean(Bringing.class).tidy();
    assertThat(kept(staff)).isZero();
    assertThat(officer.post(columns, meanings()).body()).contains("もう一度選んでください");
  }

  private static void age(SceneStaff staff, String by) {
    TestDatabase.asOwner()
        .sql("update intake.kept set at = at - ?::interval where organization = ?")
        .params(by, staff.organization())
        .update();
  }

  @Test
  void only_a_few_files_of_moderate_size_are_kept() {
    SceneStaff staff = SceneStaff.officer(OrganizationKind.PREFECTURE);
    Visitor officer = Visitor.signedIn(staff.login(), PASSWORD);
    for (int file = 0; file <= KeptFiles.MOST_FILES; file++) {
      bring(officer, "organizations", "一" + file + ",二,三\nかり薬局(架空),薬局,杉並区\n");
    }
    assertThat(kept(staff)).isEqualTo(KeptFiles.MOST_FILES);
    String row = "かり薬局(架空),薬局," + "あ".repeat(3_000) + "\n";
    int rows = (int) (KeptFiles.MOST_BYTES / row.getBytes(StandardCharsets.UTF_8).length) + 1;
    String columns =
        columns("organizations", bring(officer, "organizations", "一,二,四\n" + row.repeat(rows)));
    assertThat(officer.get(columns).body()).contains("列の意味").doesNotContain("預かっています");
  }

  @Test
  void an_official_list_with_headings_of_its_own_can_be_said_too() {
    Visitor officer =
        Visitor.signedIn(SceneStaff.officer(OrganizationKind.PREFECTURE).login(), PASSWORD);
    String text = "県,屋号,仕事,場所,よこ,たて,番号札\n13,ひばりの里(架空),訪問介護,杉並区堀ノ内9-2,35.69,139.64,1379990001\n";
    HttpResponse<String> asked = bring(officer, "care-offices", text);
    assertThat(asked.body()).contains("列の意味", "事業所番号", "都道府県コード");
    HttpResponse<String> read =
        officer.post(
            asked.uri().getPath(),
            Map.of(
                "meaning-0", "prefecture",
                "meaning-1", "name",
                "meaning-2", "service",
                "meaning-3", "address",
                "meaning-4", "latitude",
                "meaning-5", "longitude",
                "meaning-6", "number"));
    assertThat(read.body()).contains("反映を待っています", "ひばりの里(架空)");
  }

  @Test
  void the_command_takes_a_table_with_the_headings_of_the_list(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("own.xlsx");
    Files.write(
        file,
        excel(
            "名称,種類,住所,一覧名",
            List.of(
                List.of(
                    "かもめ訪問看護(架空),訪問看護,東京都杉並区堀ノ内6-1,架空の一覧", "かもめ占い(架空),占い,東京都杉並区堀ノ内6-2,架空の一覧"))));
    Importer importer =
        House.bean(Importers.class).importers().stream()
            .filter(one -> one.kind().equals("organizations"))
            .findFirst()
            .orElseThrow();
    var out = new java.io.ByteArrayOutputStream();
    assertThat(importer.run(List.of(file), new java.io.PrintStream(out, true))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("rows: in 2, kept 0, changed 1, closed 0, rejected 1");
    assertThat(open("かもめ訪問看護(架空)")).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("own.xlsx.rejected.csv"))).contains("占い");
  }
}
