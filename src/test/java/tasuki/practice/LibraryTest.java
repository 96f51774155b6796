package tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.directory.SearchText;
import tasuki.identity.Duty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looking for cases, by words that forgive and by what they are. */
class LibraryTest {

  private static List<Shelf.Hit> find(String words) {
    return PracticeScene.shelf().find(wanted(words, null, null));
  }

  private static Wanted wanted(String words, @Nullable Long leastYen, @Nullable Long mostYen) {
    return new Wanted(SearchText.words(words), null, null, null, null, leastYen, mostYen, false);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void a_case_is_found_by_its_name_in_any_spelling_and_says_why() {
    Shelf.Hit first = find("退院支援事業").getFirst();
    assertThat(first.parts()).contains(Part.NAME);
    assertThat(first.roughly()).isFalse();
    List<String> plain = codes(find("ドクターヘリ"));
    assertThat(plain).isNotEmpty();
    assertThat(codes(find("ﾄﾞｸﾀｰﾍﾘ"))).as("half width").isEqualTo(plain);
    assertThat(codes(find("どくたーへり"))).as("hiragana").isEqualTo(plain);
    assertThat(codes(find("医療介護連携"))).isEqualTo(codes(find("醫療介護連携")));
  }

  @Test
  void what_has_the_word_in_its_name_stands_before_what_only_mentions_it() {
    List<Shelf.Hit> hits = find("訪問看護");
    int lastByName = -1;
    int firstElsewhere = hits.size();
    for (int at = 0; at < hits.size(); at++) {
      if (hits.get(at).parts().contains(Part.NAME)) {
        lastByName = Math.max(lastByName, at);
      } else if (hits.get(at).parts().equals(EnumSet.of(Part.NUMBERS))) {
        firstElsewhere = Math.min(firstElsewhere, at);
      }
    }
    assertThat(hits).hasSizeGreaterThan(20);
    assertThat(lastByName).isBetween(0, firstElsewhere);
  }

  @Test
  void a_misspelt_word_finds_what_is_like_it_and_says_so() {
    assertThat(find("訪問看護ステーシヨン強化事業所")).allMatch(Shelf.Hit::roughly).isNotEmpty();
    assertThat(find("まったくない言葉のはず")).isEmpty();
    assertThat(Visitor.anybody().get("/public/practice?q=" + encoded("訪問看護ステーシヨン強化事業所")).body())
        .contains("似ている言葉の事例を並べています");
  }

  @Test
  void every_filter_leaves_only_what_has_it() {
    Shelf shelf = PracticeScene.shelf();
    Wanted costly = wanted("", 10_000_000L, 20_000_000L);
    assertThat(shelf.find(costly))
        .isNotEmpty()
        .allMatch(
            hit ->
                hit.one().practice().content().budget().stream()
                    .anyMatch(
                        year ->
                            year.plannedYen() != null
                                && year.plannedYen() >= 10_000_000L
                                && year.plannedYen() <= 20_000_000L));
    Wanted strict =
        new Wanted(
            List.of(),
            "discharge",
            Instrument.TRANSITION,
            AreaType.SECONDARY_MEDICAL_AREA,
            "青森県",
            null,
            null,
            true);
    assertThat(codes(shelf.find(strict))).containsExactly("aomori-medical-care-coordination");
    assertThat(shelf.find(wanted("", null, null))).hasSize(shelf.all().size());
  }

  @Test
  void a_case_like_another_shares_its_means_and_is_not_of_its_family() {
    Shelf shelf = PracticeScene.shelf();
    Practice practice = shelf.find("aomori-medical-care-coordination").orElseThrow();
    List<Shelf.Like> like = shelf.like(practice, 5);
    assertThat(like).hasSize(5);
    assertThat(like).extracting(one -> one.practice().code()).doesNotContain(practice.code());
    assertThat(like.getFirst().shared()).isNotEmpty();
    Practice whole = shelf.find("chiba-home-medical-care-startup").orElseThrow();
    List<String> parts = shelf.partsOf(whole.code()).stream().map(Practice::code).toList();
    assertThat(parts).contains("chiba-startup-classroom-training");
    assertThat(shelf.like(whole, 400))
        .extracting(one -> one.practice().code())
        .doesNotContainAnyElementsOf(parts);
  }

  @Test
  void the_pages_open_for_whom_they_are_and_bad_filters_are_told_at_their_field() {
    Visitor coordinator =
        PracticeScene.staff(OrganizationKind.HOME_CARE_HUB, Duty.COORDINATOR).signedIn();
    HttpResponse<String> list = coordinator.get("/practice?q=" + encoded("退院"));
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("合ったところ: 事業名").doesNotContain("/practice/new");
    Visitor nurse = PracticeScene.staff(OrganizationKind.HOSPITAL, Duty.CARE).signedIn();
    assertThat(nurse.get("/practice").statusCode()).isEqualTo(404);
    assertThat(nurse.get("/public/practice").statusCode()).isEqualTo(200);
    HttpResponse<String> bad =
        coordinator.get("/practice?least=abc&problem=nothing&prefecture=nowhere&page=99999");
    assertThat(bad.statusCode()).isEqualTo(200);
    assertThat(bad.body())
        .contains("f-least-error", "f-problem-error", "f-prefecture-error", "value=\"abc\"");
    assertThat(coordinator.get("/practice/no-such-case").statusCode()).isEqualTo(404);
  }

  @Test
  void an_english_page_names_the_programme_in_english_beside_the_japanese() {
    Visitor anybody = Visitor.anybody();
    String body = anybody.get("/public/practice/aomori-medical-care-coordination?lang=en").body();
    if (!body.contains("lang=\"en\"")) {
      anybody.get("/language?lang=en");
      body = anybody.get("/public/practice/aomori-medical-care-coordination").body();
    }
    assertThat(body)
        .contains("Medical and long-term care coordination programme")
        .contains("<span lang=\"ja\">医療介護連携推進事業</span>");
  }

  @Test
  void the_list_goes_out_as_excel_and_csv_with_money_and_figures() {
    Visitor anybody = Visitor.anybody();
    String csv = anybody.get("/public/practice?as=csv&q=" + encoded("医療介護連携推進事業")).body();
    assertThat(csv).contains("aomori-medical-care-coordination", "入退院調整率", "81.7 %");
    assertThat(anybody.file("/public/practice?as=xlsx").body()).startsWith('P', 'K');
  }

  @Test
  void open_data_holds_every_published_case_and_nothing_else() {
    PracticeScene.Staff officer = PracticeScene.officer();
    Practice draft =
        officer.does(() -> PracticeScene.practices().add(PracticeScene.content("架空の下書き")));
    Practice published = PracticeScene.published(officer, "架空の公開した事例");
    Visitor anybody = Visitor.anybody();
    JsonNode json = JsonMapper.shared().readTree(anybody.get("/open-data/practices.json").body());
    List<String> codes = json.valueStream().map(one -> one.get("code").asString()).toList();
    assertThat(codes).contains(published.code(), "aomori-medical-care-coordination");
    assertThat(codes).doesNotContain(draft.code()).hasSize(PracticeScene.shelf().all().size());
    long figures = json.valueStream().mapToLong(one -> one.get("figures").size()).sum();
    assertThat(figures).isGreaterThanOrEqualTo(300);
    byte[] bytes = anybody.file("/open-data/practices.csv").body();
    assertThat(bytes).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
    byte[] old = anybody.file("/open-data/practice-budgets-ms932.csv").body();
    assertThat(new String(old, Charset.forName("windows-31j"))).contains("3186000", "区分");
    assertThat(anybody.get("/open-data/practice-figures.csv").body()).contains("入退院調整率");
    assertThat(anybody.get("/open-data/practice-secrets.csv").statusCode()).isEqualTo(404);
    String dictionary = anybody.get("/public/practice/open-data").body();
    json.get(0).propertyNames().stream()
        .filter(name -> !List.of("budget", "figures").contains(name))
        .forEach(name -> assertThat(dictionary).contains("<code>" + name + "</code>"));
  }

  private static List<String> codes(List<Shelf.Hit> hits) {
    return hits.stream().map(hit -> hit.one().practice().code()).toList();
  }
}
