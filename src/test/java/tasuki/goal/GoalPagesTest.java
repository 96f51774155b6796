package tasuki.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.goal.GoalScene.Officer;

/** An indicator from its definition to its verdict, through the pages alone. */
class GoalPagesTest {

  private static final Pattern ID = Pattern.compile("/(?:indicators|goals)/([0-9a-f-]{36})");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  private final OrganizationId prefecture = GoalScene.organization(OrganizationKind.PREFECTURE);
  private final Officer officer = GoalScene.officer(prefecture);
  private final UUID division = GoalScene.division(prefecture, officer);
  private final String name = "架空の率" + UUID.randomUUID();

  private static String id(HttpResponse<String> page) {
    Matcher found = ID.matcher(page.uri().getPath());
    assertThat(found.find()).as(page.uri() + " " + page.statusCode() + page.body()).isTrue();
    return found.group(1);
  }

  private static Map<String, String> fields(HttpResponse<String> page, String... pairs) {
    Map<String, String> fields = new HashMap<>();
    Matcher version = VERSION.matcher(page.body());
    if (version.find()) {
      fields.put("version", version.group(1));
    }
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private String indicator(Visitor visitor, String... more) {
    HttpResponse<String> form = visitor.get("/indicators/new");
    Map<String, String> fields =
        fields(
            form,
            "name",
            name,
            "area",
            "全県",
            "unit",
            "%",
            "direction",
            "HIGHER",
            "decimals",
            "1",
            "validFrom",
            "R6.4.1",
            "division",
            division.toString());
    fields.putAll(fields(form, more));
    HttpResponse<String> made = visitor.post("/indicators/new", fields);
    return "/indicators/" + id(made);
  }

  private static String typed(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(Visitor visitor, String path, String... fields) {
    return visitor.post(path, fields(visitor.get(path), fields));
  }

  @Test
  void an_indicator_is_set_up_gets_a_target_and_an_actual_and_is_judged_in_words() {
    Visitor visitor = officer.signedIn();
    String page = indicator(visitor);
    assertThat(visitor.get("/indicators/new").body()).contains("架空課");
    HttpResponse<String> again =
        visitor.post(
            "/indicators/new",
            fields(
                visitor.get("/indicators/new"),
                "name",
                name,
                "area",
                "全 県",
                "direction",
                "HIGHER",
                "validFrom",
                "R6.4.1"));
    assertThat(again.statusCode()).as("twice the same name in an area").isEqualTo(422);
    HttpResponse<String> target =
        send(visitor, page + "/target", "year", "R6年度", "value", "80%以上", "due", "R6年度末");
    assertThat(target.body()).contains("判定不可").contains("実績値がありません").contains("令和6年度末");
    HttpResponse<String> actual =
        send(
            visitor,
            page + "/actual",
            "year",
            "R6年度",
            "value",
            "81.5%",
            "time",
            "R6年度末",
            "status",
            "PROVISIONAL");
    assertThat(actual.body())
        .contains("達成")
        .contains("令和6年度末の実績 81.5 は目標 80以上 を満たしています。")
        .contains("81.5%(速報値)");
    assertThat(visitor.get("/indicators?year=2024&q=" + typed(name)).body())
        .contains(name)
        .contains("達成");
    String csv = visitor.get("/indicators?year=2024&as=csv").body();
    assertThat(csv).contains(name).contains("81.5");
  }

  @Test
  void what_cannot_be_read_is_told_at_its_field_and_nothing_typed_is_lost() {
    Visitor visitor = officer.signedIn();
    String page = indicator(visitor);
    Map<String, List<String>> wrong =
        Map.of(
            "R6年度|おおむね達成|R6年度", List.of("数値としても"),
            "R6|80%|R6年度", List.of("年か年度かわかりません"),
            "R6年度|80%|令和6年度(2025年度)", List.of("元号の年と西暦の年が合いません"),
            "R6年度|80人|R6年度", List.of("単位(%)と違います"),
            "R6年度|80%以下|R6年度", List.of("向き"),
            "R6年度|男性:80% 女性:70%|R6年度", List.of("値を1つだけ"));
    wrong.forEach(
        (typed, said) -> {
          String[] cells = typed.split("\\|");
          HttpResponse<String> answer =
              send(visitor, page + "/target", "year", cells[0], "value", cells[1], "due", cells[2]);
          assertThat(answer.statusCode()).as(typed).isEqualTo(422);
          assertThat(answer.body()).contains(said).contains(cells[1]);
        });
    HttpResponse<String> none =
        send(
            visitor,
            page + "/actual",
            "year",
            "R6年度",
            "value",
            "3%",
            "time",
            "R6年度",
            "status",
            "NOT_SURVEYED");
    assertThat(none.body()).contains("値を空にしてください");
  }

  @Test
  void a_goal_gathers_indicators_and_prints_them_with_their_year() {
    Visitor visitor = officer.signedIn();
    String page = indicator(visitor);
    send(visitor, page + "/target", "year", "R6年度", "value", "80%", "due", "R6年度");
    String plan = "架空の計画" + UUID.randomUUID();
    String goal =
        "/goals/"
            + id(
                send(
                    visitor,
                    "/goals/new",
                    "plan",
                    plan,
                    "area",
                    "全県",
                    "section",
                    "1 架空",
                    "text",
                    "架空の目標です。",
                    "division",
                    division.toString()));
    HttpResponse<String> put =
        visitor.post(goal + "/indicators", Map.of("indicator", page.substring(12)));
    assertThat(put.body()).contains(name);
    String printed = visitor.get("/goals?plan=" + typed(plan) + "&year=2024").body();
    assertThat(printed).contains("架空の目標です。").contains(name).contains("80.0%");
    assertThat(visitor.get("/goals?plan=" + typed(plan) + "&year=2024&as=csv").body())
        .contains("計画目標値")
        .contains("80%");
    HttpResponse<String> out =
        visitor.post(goal + "/indicators/" + page.substring(12) + "/remove", Map.of());
    assertThat(out.body()).contains("指標がまだありません");
  }

  @Test
  void an_officer_of_another_division_reads_but_is_not_let_in_to_change() {
    String page = indicator(officer.signedIn());
    Officer other = GoalScene.officer(prefecture);
    GoalScene.division(prefecture, other);
    Visitor visitor = other.signedIn();
    assertThat(visitor.get(page).body()).contains(name).doesNotContain(page + "/actual");
    assertThat(visitor.get(page + "/actual").statusCode()).isEqualTo(409);
    assertThat(visitor.get(page + "/keep").body()).contains("ほかの部署が担当しています");
  }

  @Test
  void the_public_reads_what_is_published_and_takes_it_along() {
    Visitor visitor = officer.signedIn();
    String page = indicator(visitor, "published", "true");
    send(visitor, page + "/target", "year", "R6年度", "value", "80%", "due", "R6年度");
    send(
        visitor,
        page + "/actual",
        "year",
        "R6年度",
        "value",
        "79%",
        "time",
        "R6年度",
        "status",
        "FINAL");
    Visitor anybody = Visitor.anybody();
    assertThat(anybody.get("/public/indicators?year=2024").body()).contains(name).contains("未達成");
    assertThat(anybody.get("/open-data/indicators.csv?year=2024").body()).contains(name);
    assertThat(anybody.get("/open-data/indicators.json").body()).contains(name).contains("79");
    send(visitor, page + "/keep", "division", division.toString());
    assertThat(anybody.get("/public/indicators?year=2024").body()).doesNotContain(name);
    assertThat(visitor.get("/public/indicators?year=2024").body())
        .as("also for whoever may see more elsewhere")
        .doesNotContain(name);
  }

  @Test
  void a_new_definition_that_breaks_with_the_former_one_ends_the_trend() {
    Visitor visitor = officer.signedIn();
    String page = indicator(visitor, "validFrom", "R4.4.1");
    for (String[] one : List.of(new String[] {"R5年度", "70%"}, new String[] {"R6年度", "75%"})) {
      send(
          visitor,
          page + "/actual",
          "year",
          one[0],
          "value",
          one[1],
          "time",
          one[0],
          "status",
          "FINAL");
    }
    assertThat(visitor.get(page).body()).contains("改善");
    HttpResponse<String> defined =
        send(
            visitor,
            page + "/define",
            "name",
            name,
            "unit",
            "%",
            "direction",
            "HIGHER",
            "decimals",
            "1",
            "validFrom",
            "R6.4.1",
            "breaks",
            "true");
    assertThat(defined.body()).contains("定義が変わり").doesNotContain("改善");
    List<@Nullable String> log =
        TestDatabase.asOwner()
            .sql("select detail from audit.entry where what = 'indicator.defined' and subject = ?")
            .param(UUID.fromString(page.substring(12)))
            .query(String.class)
            .list();
    assertThat(log).singleElement().asString().contains("2022-04-01").contains("2024-04-01");
  }
}
