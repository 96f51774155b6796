package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.table.TableReading;
import tasuki.table.TableRow;
import tasuki.table.Tables;
import tasuki.transition.FactHistory;
import tasuki.transition.SceneStaff;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RatePagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final Map<String, Visitor> VISITORS = new HashMap<>();
  private static final SceneStaff OFFICER = SceneStaff.officer(OrganizationKind.PREFECTURE);
  private static final SceneStaff MUNICIPALITY = SceneStaff.officer(OrganizationKind.MUNICIPALITY);
  private static final SceneStaff NURSE = SceneStaff.caring(OrganizationKind.HOSPITAL);

  @BeforeAll
  static void something_happened() {
    FactHistory history = new FactHistory(11);
    for (int i = 0; i < 12; i++) {
      history.person(10);
    }
  }

  private static Visitor visit(SceneStaff staff) {
    return VISITORS.computeIfAbsent(staff.login(), login -> Visitor.signedIn(login, PASSWORD));
  }

  @Test
  void an_officer_sees_rates_with_counts_and_opens_the_cases_behind_them() {
    Visitor visitor = visit(OFFICER);
    for (Rate rate : Rate.values()) {
      for (RateTable.By by : RateTable.By.values()) {
        HttpResponse<String> page = visitor.get("/rates?rate=" + rate + "&by=" + by);
        assertThat(page.statusCode()).as(rate + "" + by).isEqualTo(200);
        assertThat(page.body()).contains("<svg").contains("分母(件)").doesNotContain("??");
      }
    }
    HttpResponse<String> cases =
        visitor.get("/rates/cases?rate=INFORMATION&group=EVERYBODY&done=true");
    assertThat(cases.statusCode()).isEqualTo(200);
    assertThat(cases.body()).containsPattern("\\d{4}-[0-9A-Z]{9}").doesNotContain("ニュウイン");
    assertThat(visitor.get("/language?to=en&back=/rates").body())
        .contains("Discharge coordination rate")
        .contains("Both confirm");
    visitor.get("/language?to=ja&back=/");
  }

  @Test
  void an_address_that_is_wrong_in_every_word_is_a_page_and_not_an_error() {
    Visitor visitor = visit(OFFICER);
    String wrong =
        "rate=X&from=2020-99&to=x&kind=Y&on=zz&side=Q&group=1&where=2&way=nobody&hospital=h&office=o"
            + "&short=-1&of=A&words=B&without=C&by=D&as=pdf&done=maybe&area=z&after=2026-99-99_A";
    assertThat(visitor.get("/rates?" + wrong).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/rates/cases?" + wrong).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/public/rates?rate=x&year=y&as=z").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/open-data/rates.json?year=99999").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/rates/surveys/11111111-1111-7111-8111-111111111111").statusCode())
        .isEqualTo(404);
    assertThat(visitor.get("/rates/surveys/x").statusCode()).isBetween(400, 404);
  }

  @Test
  void excel_holds_the_figures_of_the_page() throws IOException, InterruptedException {
    Visitor visitor = visit(OFFICER);
    String view = "/rates?rate=INFORMATION&by=MONTH&group=EVERYBODY";
    String page = visitor.get(view).body();
    List<List<String>> files =
        List.of(rows(visitor, view + "&as=csv"), rows(visitor, view + "&as=ms932"));
    assertThat(files.get(0)).isEqualTo(files.get(1));
    assertThat(files.getFirst()).hasSize(14);
    String total = files.getFirst().getLast();
    String cases = total.split("\\|", -1)[2];
    assertThat(page).contains(">" + String.format("%,d", Long.parseLong(cases)) + "<");
  }

  private static List<String> rows(Visitor visitor, String path) {
    // The visitor reads text; in CSV the same bytes come again.
    byte[] bytes = visitor.get(path).body().getBytes(StandardCharsets.UTF_8);
    if (path.endsWith("ms932")) {
      bytes = visitor.get(path.replace("ms932", "csv")).body().getBytes(StandardCharsets.UTF_8);
    }
    return switch (Tables.read(bytes, "rates.csv")) {
      case TableReading.Rows(List<TableRow> rows) ->
          rows.stream().map(row -> String.join("|", row.cells())).toList();
      case TableReading.Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }

  @Test
  void only_the_prefecture_decides_and_a_nurse_and_a_family_do_not_see_others_pages() {
    assertThat(visit(NURSE).get("/rates").statusCode()).isEqualTo(200);
    assertThat(visit(NURSE).get("/rates").body()).contains("自分の事業所が関わった事例だけ");
    for (String path : List.of("/rates/standard", "/rates/surveys", "/rates/published")) {
      assertThat(visit(OFFICER).get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(visit(NURSE).get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(visit(MUNICIPALITY).get("/rates/standard").statusCode()).isEqualTo(404);
    assertThat(visit(MUNICIPALITY).get("/rates/published").statusCode()).isEqualTo(404);
    assertThat(visit(MUNICIPALITY).get("/rates/surveys").statusCode()).isEqualTo(200);
    assertThat(visit(MUNICIPALITY).post("/rates/standard", Map.of("of", "ALL")).statusCode())
        .isEqualTo(404);
    Visitor daughter = Visitor.signedIn("daughter", PASSWORD);
    for (String path : List.of("/rates", "/rates/cases", "/rates/standard", "/rates/surveys")) {
      assertThat(daughter.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(daughter.get("/").body()).doesNotContain("href=\"/rates\"");
  }

  @Test
  void the_prefecture_names_its_rate_and_its_way_of_counting_and_slips_are_said_at_the_field() {
    Visitor visitor = visit(OFFICER);
    visitor.get("/rates/standard");
    Map<String, String> fields = new HashMap<>();
    fields.put("of", "KNOWN");
    fields.put("words", "CARE");
    fields.put("without", "DEATH");
    fields.put("short", "3");
    fields.put("name-DISCHARGE", "入退院調整率(架空)");
    for (String wrong : List.of("of", "words", "without", "short")) {
      Map<String, String> bad = new HashMap<>(fields);
      bad.put(wrong, "WRONG");
      HttpResponse<String> page = visitor.post("/rates/standard", bad);
      assertThat(page.statusCode()).as(wrong).isEqualTo(422);
      assertThat(page.body()).as(wrong).contains("f-" + wrong + "-error").contains("架空");
    }
    HttpResponse<String> page = visitor.post("/rates/standard", fields);
    assertThat(page.body()).contains("入退院調整率(架空)").contains("3日以内の入院");
    assertThat(Visitor.anybody().get("/public/rates").body())
        .as("what was published stays as it was")
        .doesNotContain("入退院調整率(架空)");
    Standard usual = Standard.USUAL;
    House.as(
        OFFICER.actor(),
        () -> {
          House.bean(Standards.class).save(null, usual);
          return true;
        });
    assertThat(visitor.get("/rates").body()).doesNotContain("入退院調整率(架空)");
  }

  @Test
  void surveys_are_looked_at_applied_and_undone_on_their_pages() {
    Visitor visitor = visit(OFFICER);
    visitor.get("/rates/surveys");
    HttpResponse<String> missing = visitor.upload("/rates/surveys", Map.of());
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.body()).contains("f-file-error");
    String text =
        "調査名,年月,区域,率,分母,分子\n架空調査,%s,中央医療圏,退院調整率,40,30\n"
            .formatted(java.time.YearMonth.now().minusMonths(2));
    HttpResponse<String> page =
        visitor.upload(
            "/rates/surveys",
            Map.of(),
            new Visitor.Upload("file", "調査.csv", text.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.body()).contains("まだ取り込んでいません").contains("30 / 40 (75.0%)");
    String path = page.uri().getPath();
    assertThat(visit(MUNICIPALITY).post(path + "/apply", Map.of()).statusCode()).isEqualTo(404);
    assertThat(visitor.post(path + "/apply", Map.of()).body()).contains("調査の率を取り込みました");
    assertThat(visitor.get("/rates").body()).contains("架空調査").contains("30 / 40");
    assertThat(visitor.get("/rates?way=own&of=ALL").body()).doesNotContain("架空調査");
    assertThat(visitor.get("/rates?group=CARE").body()).doesNotContain("架空調査");
    assertThat(visitor.post(path + "/undo", Map.of()).body()).contains("取り消しました");
    assertThat(visitor.get("/rates").body()).doesNotContain("架空調査");
    HttpResponse<String> bad =
        visitor.upload(
            "/rates/surveys",
            Map.of(),
            new Visitor.Upload(
                "file", "x.csv", text.replace("30", "50").getBytes(StandardCharsets.UTF_8)));
    assertThat(bad.body()).contains("取り込まれた値はありません").contains("2行目");
    assertThat(visitor.get(bad.uri().getPath() + "/rejected?as=csv").body()).contains("2行目");
    assertThat(visitor.post(bad.uri().getPath() + "/apply", Map.of()).body()).contains("誤りのある行");
  }

  @Test
  void what_everybody_may_see_hides_counts_under_ten_also_in_the_open_data() throws Exception {
    SampleYear.published();
    HttpResponse<String> json = raw("/open-data/rates.json");
    assertThat(json.headers().firstValue("content-type")).contains("application/json");
    JsonNode all = JsonMapper.shared().readTree(json.body());
    assertThat(all.get("rates").size()).isEqualTo(3);
    int hidden = 0;
    long most = 0;
    for (JsonNode rate : all.get("rates")) {
      for (String part : List.of("areas", "months")) {
        for (JsonNode row : rate.get(part)) {
          for (String count : List.of("cases", "done")) {
            if (row.get(count).isNull()) {
              hidden++;
            } else {
              long shown = row.get(count).asLong();
              assertThat(shown == 0 || shown >= 10).as(row.toString()).isTrue();
              most = Math.max(most, shown);
            }
          }
        }
      }
    }
    assertThat(hidden).as("a sample has small cells").isPositive();
    assertThat(most).as("and a year of it is worth reading").isGreaterThan(150);
    String csv = raw("/open-data/rates.csv").body();
    assertThat(csv).startsWith("\uFEFF").contains("discharge").contains("中央医療圏");
  }

  private static HttpResponse<String> raw(String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(House.url() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
