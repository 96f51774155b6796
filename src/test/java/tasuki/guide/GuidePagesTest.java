package tasuki.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.search.SearchIndex;
import tasuki.table.TableReading;
import tasuki.table.TableRow;
import tasuki.table.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finding who offers care, for staff and for everybody. */
class GuidePagesTest {

  private static final String PASSWORD = "tasuki-no-sash-2026";
  private static final Pattern NUMBER =
      Pattern.compile("<span class=\"found-number number\" aria-hidden=\"true\">(\\d+)</span>");
  private static final Pattern NAME = Pattern.compile("<h3>.*?<a href=\"[^\"]+\">([^<]+)</a>");
  private static final Pattern OFFERS =
      Pattern.compile("<p class=\"found-line\"><span class=\"chip plain\">([^<]+)</span>");
  private static final Pattern ON_PLAN = Pattern.compile("<text [^>]*>(\\d+)</text>");
  private static final Pattern IN_LIST = Pattern.compile("<td class=\"figure number\">(\\d+)</td>");

  private static String words(String words) {
    return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static List<String> all(Pattern pattern, String page) {
    List<String> all = new ArrayList<>();
    for (Matcher found = pattern.matcher(page); found.find(); ) {
      all.add(found.group(1));
    }
    return all;
  }

  private static Visitor nurse;

  @BeforeAll
  static void everything_is_indexed() {
    nurse = Visitor.signedIn("nurse", PASSWORD);
    House.bean(SearchIndex.class).catchUp();
  }

  @Test
  void what_was_searched_stands_first_among_what_each_offers() {
    String page = nurse.get("/organizations" + words("ストーマ")).body();
    assertThat(all(NUMBER, page)).isNotEmpty();
    assertThat(all(OFFERS, page))
        .hasSameSizeAs(all(NUMBER, page))
        .allMatch(offer -> offer.contains("ストーマ"));
  }

  @Test
  void one_english_word_of_a_name_is_enough() {
    assertThat(all(NUMBER, nurse.get("/organizations?q=stoma").body()))
        .isEqualTo(all(NUMBER, nurse.get("/organizations" + words("ストーマ")).body()));
  }

  @Test
  void distances_say_how_exact_they_are_and_which_are_too_far_for_a_visit() {
    String near = nurse.get("/organizations?kind=CLINIC&from=99101").body();
    assertThat(near).contains("km(市区町村の中心どうしの見当)", "16 kmを超えます");
    String within = nurse.get("/organizations?kind=CLINIC&from=99101&km=16").body();
    assertThat(within).contains("市区町村の中心").doesNotContain("16 kmを超えます");
    assertThat(nurse.get("/organizations?from=00000").body()).contains("位置が分からないため");
  }

  @Test
  void everybody_finds_the_same_places_but_nothing_that_only_staff_may_see() {
    String inside = nurse.get("/organizations?kind=CLINIC").body();
    String outside = Visitor.anybody().get("/public/organizations?kind=CLINIC").body();
    assertThat(all(NUMBER, outside)).hasSameSizeAs(all(NUMBER, inside));
    assertThat(inside).contains("name=\"member\"", "name=\"closed\"");
    assertThat(outside).doesNotContain("name=\"member\"", "name=\"closed\"");
    // Neither shows in the answer what the question may not ask.
    assertThat(
            all(
                NUMBER,
                Visitor.anybody().get("/public/organizations?member=no&closed=true").body()))
        .isEqualTo(all(NUMBER, Visitor.anybody().get("/public/organizations").body()));
  }

  @Test
  void an_address_that_nobody_would_type_is_answered_with_a_page() {
    for (String odd :
        List.of(
            "?kind=SHIP", "?area=x", "?from=%00", "?km=1e9", "?page=0", "?page=9999", "?as=doc")) {
      assertThat(Visitor.anybody().get("/public/organizations" + odd).statusCode())
          .as(odd)
          .isEqualTo(200);
    }
  }

  @Test
  void the_table_as_a_file_holds_what_the_list_shows() {
    String page = nurse.get("/organizations?kind=PUBLIC_HEALTH_CENTRE").body();
    HttpResponse<byte[]> file = nurse.file("/organizations?kind=PUBLIC_HEALTH_CENTRE&as=xlsx");
    List<String> names = all(NAME, page);
    assertThat(names).isNotEmpty();
    assertThat(rows(file.body()).stream().map(row -> row.cell(0))).containsAll(names);
  }

  @Test
  void the_resource_map_numbers_the_plan_as_the_list() {
    String page = Visitor.anybody().get("/public/organizations/resource-map" + words("みほん")).body();
    List<String> listed = all(IN_LIST, page);
    assertThat(listed).isNotEmpty().doesNotHaveDuplicates();
    assertThat(listed).containsAll(all(ON_PLAN, page));
    assertThat(all(ON_PLAN, page)).isNotEmpty();
  }

  @Test
  void the_linked_institutions_stand_on_the_web_without_those_that_only_watch() {
    String page = Visitor.anybody().get("/public/linked").body();
    assertThat(page).contains("みほん中央病院", "在宅医療情報連携加算").doesNotContain("見本県庁", "中央保健所");
  }

  @Test
  void open_data_says_the_same_in_each_format() {
    Visitor anybody = Visitor.anybody();
    byte[] utf8 = anybody.file("/open-data/organizations.csv").body();
    assertThat(new byte[] {utf8[0], utf8[1], utf8[2]})
        .isEqualTo(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    List<TableRow> rows = rows(utf8);
    List<TableRow> windows = rows(anybody.file("/open-data/organizations-ms932.csv").body());
    JsonNode json =
        JsonMapper.shared().readTree(anybody.file("/open-data/organizations.json").body());
    assertThat(windows).hasSameSizeAs(rows);
    assertThat(json.size()).isEqualTo(rows.size() - 1);
    assertThat(rows.getFirst().cells()).contains("name", "latitude", "precision");
    assertThat(rows.getFirst().cells()).doesNotContain("member", "entered");
    int name = rows.getFirst().cells().indexOf("name");
    for (int at = 1; at < rows.size(); at++) {
      assertThat(json.get(at - 1).get("name").asString()).isEqualTo(rows.get(at).cells().get(name));
    }
    assertThat(anybody.get("/public/open-data").body()).contains("precision", "クリエイティブ・コモンズ");
  }

  private static List<TableRow> rows(byte[] file) {
    return switch (Tables.read(file, "組織")) {
      case TableReading.Rows(List<TableRow> rows) -> rows;
      case TableReading.Unreadable(var fault) -> throw new AssertionError(fault);
    };
  }
}
