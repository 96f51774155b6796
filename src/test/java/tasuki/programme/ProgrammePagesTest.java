package tasuki.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;

/** An officer's year on the pages: a list, its programmes, their money, and the next year. */
class ProgrammePagesTest {

  private static final Keeping KEEPING = new Keeping();
  private static final Pattern HEADING =
      Pattern.compile("<option[^>]*value=\"([0-9a-f-]{36})\"[^>]*>(?:　)*\\(1\\) 退院支援");

  @Test
  void an_officer_makes_a_list_fills_it_spends_and_goes_on_into_the_next_year() {
    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    officer.get("/programmes/new");
    HttpResponse<String> page =
        officer.post(
            "/programmes/new", Map.of("name", "架空の県の施策", "year", "Ｒ８", "title", "令和8年度架空の県の施策"));
    assertThat(page.body()).contains("令和8年度架空の県の施策を作りました");
    String list = page.uri().getPath().replace("/set-up", "");
    officer.post(list + "/headings", Map.of("mark", "(1)", "name", "退院支援"));
    officer.post(list + "/sources", Map.of("source-mark", "①", "source-name", "基金"));
    String heading = first(HEADING, officer.get(list + "/new").body());

    Map<String, String> typed = new HashMap<>();
    typed.put("name", "架空の調整事業");
    typed.put("number", "１");
    typed.put("division", KEEPING.compiling.toString());
    typed.put("standing", "NEW");
    typed.put("heading", heading);
    typed.put("marks", "①");
    typed.put("first", "令和8年度");
    HttpResponse<String> programme = officer.post(list + "/new", typed);
    assertThat(programme.body()).contains("架空の調整事業を加えました", "①基金", "令和8年度～");

    String year = programme.uri().getPath();
    officer.get(year + "/money");
    HttpResponse<String> money =
        officer.post(
            year + "/money",
            Map.of("PLANNED-", "１，２００", "SETTLED-2026-06", "300,000", "reason", "当初"));
    assertThat(money.body()).contains("2件の金額を変えました", "25.0", "300,000");
    assertThat(officer.get(list).body()).contains("1,200", "300,000", "25.0%", "退院支援");

    assertThat(officer.get(list + "?as=csv").body()).contains("架空の調整事業", "1200", "300000", "合計");
    HttpResponse<String> next = officer.get(list + "/rollover");
    assertThat(next.body()).contains("令和9年度の一覧を作る", "架空の調整事業");
    String on = first(Pattern.compile("name=\"on\" value=\"([0-9a-f-]{36})\""), next.body());
    HttpResponse<String> opened =
        officer.post(
            list + "/rollover", Map.of("title", "令和9年度架空の県の施策", "on", on, "budget", "true"));
    assertThat(opened.body()).contains("令和9年度の一覧を作りました", "架空の調整事業", "1,200");
    assertThat(officer.get(list + "/rollover").body()).contains("令和9年度の一覧はもうあります");
  }

  @Test
  void what_cannot_be_is_said_at_its_field_and_nothing_is_lost() {
    Edition edition = KEEPING.list(2026, true);
    ProgrammeYear year = KEEPING.add(edition, 1, KEEPING.compiling, false);
    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    String address = "/programmes/years/" + year.id();
    officer.get(address + "/money");
    HttpResponse<String> money =
        officer.post(
            address + "/money", Map.of("PLANNED-", "十万", "CARRIED_IN-", "-5", "reason", "なぜか"));
    assertThat(money.statusCode()).isEqualTo(422);
    assertThat(money.body()).contains("千円の数で書いてください", "0より小さい金額", "十万", "なぜか");
    officer.get("/programmes/lists/" + edition.id() + "/new");
    HttpResponse<String> taken =
        officer.post(
            "/programmes/lists/" + edition.id() + "/new",
            Map.of(
                "name", "架空の別の事業",
                "number", "1",
                "division", KEEPING.compiling.toString(),
                "standing", "NEW",
                "heading",
                    House.as(
                            KEEPING.compiler,
                            () -> House.bean(Editions.class).headings(edition.id()))
                        .getFirst()
                        .id()
                        .toString(),
                "last", "2020",
                "first", "2026"));
    assertThat(taken.statusCode()).isEqualTo(422);
    assertThat(taken.body()).contains("終わりの年度が始めより前です", "架空の別の事業");
  }

  @Test
  void another_division_reads_and_is_offered_nothing_to_change() {
    Edition edition = KEEPING.list(2026, false);
    ProgrammeYear year = KEEPING.add(edition, 1, KEEPING.compiling, false);
    KEEPING.plan(year, 549_000);
    Visitor nurse = Keeping.signedIn(KEEPING.nurse);
    String address = "/programmes/years/" + year.id();
    assertThat(nurse.get(address).body()).contains("549千円").doesNotContain(address + "/edit");
    assertThat(nurse.get(address + "/edit").statusCode()).isEqualTo(404);
    assertThat(nurse.get(address + "/money").body()).contains("readonly").doesNotContain("保存する");
    assertThat(nurse.post(address + "/money", Map.of("PLANNED-", "1")).statusCode()).isEqualTo(404);
    assertThat(nurse.get("/programmes/lists/" + edition.id() + "/set-up").statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_printed_list_is_a_pdf_and_filters_leave_what_is_looked_for() {
    Edition edition = KEEPING.list(2026, false);
    KEEPING.add(edition, 1, KEEPING.nursing, true);
    KEEPING.add(edition, 2, KEEPING.compiling, false);
    Visitor officer = Keeping.signedIn(KEEPING.nurse);
    String address = "/programmes/lists/" + edition.id();
    HttpResponse<String> paper = officer.get(address + "/paper");
    assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(officer.get(address + "?division=" + KEEPING.nursing).body())
        .contains("架空の事業1", "再掲")
        .doesNotContain("架空の事業2");
    assertThat(
            officer
                .get(address + "?q=%E6%9E%B6%E7%A9%BA%E3%81%AE%E4%BA%8B%E6%A5%AD%EF%BC%92")
                .body())
        .contains("架空の事業2")
        .doesNotContain("架空の事業1");
  }

  @Test
  void a_programme_starts_from_a_case_of_the_library_with_its_shape() {
    Edition edition = KEEPING.list(2026, false);
    Visitor officer = Keeping.signedIn(KEEPING.compiler);
    String practice = officer.get("/practice").body();
    String code = first(Pattern.compile("<h3><a href=\"/practice/([a-z0-9-]+)\""), practice);
    String start =
        first(
            Pattern.compile("href=\"(/programmes/start[^\"]+)\""),
            officer.get("/practice/" + code).body());
    String lists = officer.get(start.replace("&amp;", "&")).body();
    assertThat(lists).contains(edition.title());
    String form =
        first(
            Pattern.compile("href=\"(/programmes/lists/" + edition.id() + "/new[^\"]+)\""), lists);
    String page = officer.get(form.replace("&amp;", "&")).body();
    assertThat(first(Pattern.compile("name=\"name\" value=\"([^\"]+)\""), page)).isNotBlank();
    assertThat(page).contains("name=\"instrument\"");
  }

  private static String first(Pattern pattern, String body) {
    List<String> found = pattern.matcher(body).results().map(one -> one.group(1)).toList();
    assertThat(found).as(pattern.pattern()).isNotEmpty();
    Matcher matcher = pattern.matcher(body);
    return matcher.find() ? matcher.group(1) : "";
  }
}
