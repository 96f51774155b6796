package tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.SharedData;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.area.AreaKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything of the catalogue is in the library, and nothing else of it is. */
class CatalogueTest {

  private static final Path SOURCE = SharedData.at("catalogue");
  private static final Path SHIPPED = Path.of("src/main/resources/practice/catalogue");

  /** What a page shows of each key; every key of the source must stand here. */
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "source",
          "prefecture",
          "name",
          "nameEn",
          "parent",
          "operator",
          "area",
          "purpose",
          "approach",
          "mechanisms",
          "rules",
          "budget",
          "figures",
          "issues",
          "proposals",
          "actors",
          "systems",
          "note",
          "division",
          "sections",
          "fundNumber",
          "fundCategory",
          "fundCategoryName",
          "status",
          "hospitals",
          "flightTimeRings");

  private static final Map<String, JsonNode> ALL = new HashMap<>();

  @BeforeAll
  static void read() throws IOException {
    for (Path file : files(SHIPPED)) {
      JsonMapper.shared()
          .readTree(Files.readString(file))
          .forEach(node -> ALL.put(node.get("id").asString(), node));
    }
    House.url();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @Test
  void what_ships_is_the_source_object_by_object() throws IOException {
    Map<String, JsonNode> source = new HashMap<>();
    for (Path file : files(SOURCE)) {
      JsonMapper.shared()
          .readTree(Files.readString(file))
          .forEach(node -> source.put(node.get("id").asString(), node));
    }
    assertThat(ALL).hasSize(330).isEqualTo(source);
  }

  @Test
  void every_object_and_every_key_of_the_source_stands_in_the_library() {
    Shelf shelf = PracticeScene.shelf();
    int years = 0;
    int figures = 0;
    int doubts = 0;
    for (JsonNode node : ALL.values()) {
      assertThat(node.propertyNames()).as("keys somebody has thought of").isSubsetOf(KEYS);
      Practice practice = shelf.find(node.get("id").asString()).orElseThrow();
      Content content = practice.content();
      String told = said(content);
      for (String text : texts(node)) {
        assertThat(told).as(practice.code()).contains(text);
      }
      assertThat(content.instruments()).hasSize(node.get("mechanisms").size());
      assertThat(money(content.budget())).isEqualTo(money(node.get("budget")));
      assertThat(values(content.figures())).isEqualTo(values(node.get("figures")));
      years += content.budget().size();
      figures += content.figures().size();
      doubts += content.note() == null ? 0 : 1;
    }
    assertThat(List.of(years, figures, doubts)).containsExactly(306, 299, 114);
    long standing =
        shelf.all().stream().filter(one -> one.practice().organization() == null).count();
    assertThat(standing).isEqualTo(330);
  }

  @Test
  void the_page_of_every_case_shows_all_of_it_to_everybody() {
    Visitor anybody = Visitor.anybody();
    for (JsonNode node : ALL.values()) {
      String body = unescaped(anybody.get("/public/practice/" + node.get("id").asString()).body());
      for (String text : texts(node)) {
        assertThat(body).as(node.get("id").asString()).contains(text);
      }
      for (JsonNode year : node.get("budget")) {
        JsonNode settled = year.get("settledYen");
        JsonNode planned = year.get("plannedThousandYen");
        if (settled.isNumber()) {
          assertThat(body).contains("%,d".formatted(settled.asLong()));
        }
        if (planned.isNumber()) {
          assertThat(body).contains("%,d".formatted(planned.asLong()));
        }
      }
      for (JsonNode figure : node.get("figures")) {
        assertThat(body)
            .contains(PracticeWords.figure(new BigDecimal(figure.get("value").asString())));
      }
    }
  }

  @Test
  void a_later_catalogue_renews_what_ships_and_leaves_alone_what_officers_wrote() {
    Shipping shipping = House.bean(Shipping.class);
    List<Catalogue.Shipped> now = Catalogue.shipped();
    assertThat(shipping.bringIn(now)).as("the same catalogue changes nothing").isZero();
    PracticeScene.Staff officer = PracticeScene.officer();
    Practice own = PracticeScene.published(officer, "架空の自前の事例");
    try {
      List<Catalogue.Shipped> later = new ArrayList<>(now.subList(1, now.size()));
      later.set(0, renamed(later.getFirst(), "架空の新しい名"));
      assertThat(shipping.bringIn(later)).isEqualTo(2);
      Shelf shelf = PracticeScene.shelf();
      assertThat(shelf.find(now.getFirst().code())).as("no longer shipped").isEmpty();
      Practice renewed = shelf.find(later.getFirst().code()).orElseThrow();
      assertThat(renewed.content().name()).isEqualTo("架空の新しい名");
      assertThat(renewed.id()).isEqualTo(later.getFirst().id());
      assertThat(shelf.find(own.code()).orElseThrow()).isEqualTo(own);
    } finally {
      shipping.bringIn(now);
    }
    assertThat(PracticeScene.shelf().find(now.getFirst().code())).isPresent();
    assertThat(
            count(
                "select count(*) from practice.budget b join practice.practice p "
                    + "on p.id = b.practice where p.organization is null"))
        .isEqualTo(306);
  }

  private static Catalogue.Shipped renamed(Catalogue.Shipped shipped, String name) {
    String text =
        shipped.text().replace("\"" + shipped.content().name() + "\"", "\"" + name + "\"");
    return Catalogue.read(JsonMapper.shared().readTree(text));
  }

  @Test
  void area_words_become_a_kind_only_where_they_are_certain() {
    assertThat(AreaType.certainlyMeantBy("二次保健医療圏")).contains(AreaType.SECONDARY_MEDICAL_AREA);
    assertThat(AreaType.certainlyMeantBy("市町")).contains(AreaType.MUNICIPALITY);
    for (String doubtful : List.of("圏域", "東部地域", "離島", "県北地域", "郡市区歯科医師会")) {
      assertThat(AreaType.certainlyMeantBy(doubtful)).as(doubtful).isEmpty();
    }
    Set<String> kinds = new TreeSet<>();
    for (AreaKind kind : AreaKind.values()) {
      kinds.add(kind.name());
    }
    for (AreaType type : AreaType.values()) {
      assertThat(type == AreaType.PREFECTURE || kinds.contains(type.name())).isTrue();
    }
  }

  @Test
  void nearly_every_case_speaks_of_a_problem_that_one_can_look_for() {
    long silent =
        PracticeScene.shelf().all().stream()
            .filter(one -> one.practice().organization() == null && one.problems().isEmpty())
            .count();
    assertThat(silent).isLessThan(20);
  }

  /** Every text of the object except codes, which a page says in words. */
  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!Set.of("id", "parent", "mechanisms", "kind", "funding", "status", "source")
          .contains(entry.getKey())) {
        collect(entry.getValue(), texts);
      }
    }
    return texts;
  }

  private static void collect(JsonNode value, Set<String> texts) {
    if (value.isArray()) {
      value.forEach(one -> collect(one, texts));
    } else if (value.isObject()) {
      texts.addAll(texts(value));
    } else if (value.isString()) {
      texts.add(value.asString());
    }
  }

  private static String said(Content content) {
    return JsonMapper.shared().writeValueAsString(content).replace("\\\"", "\"");
  }

  private static List<String> money(List<BudgetYear> budget) {
    return budget.stream()
        .map(
            year ->
                year.fiscalYear()
                    + "/"
                    + (year.plannedYen() == null ? null : year.plannedYen() / 1000)
                    + "/"
                    + year.settledYen()
                    + "/"
                    + (year.funding() == null
                        ? null
                        : year.funding().name().toLowerCase(java.util.Locale.ROOT))
                    + "/"
                    + year.note())
        .toList();
  }

  private static List<String> money(JsonNode budget) {
    List<String> money = new ArrayList<>();
    for (JsonNode year : budget) {
      money.add(
          Stream.of("fy", "plannedThousandYen", "settledYen", "funding", "note")
              .map(key -> year.path(key).isNull() ? "null" : year.path(key).asString())
              .reduce((one, other) -> one + "/" + other)
              .orElseThrow());
    }
    return money;
  }

  private static List<String> values(List<Figure> figures) {
    return figures.stream()
        .map(
            one ->
                one.indicator()
                    + "/"
                    + one.area()
                    + "/"
                    + one.period()
                    + "/"
                    + one.value().toPlainString()
                    + "/"
                    + one.unit()
                    + "/"
                    + one.kind().name().toLowerCase(java.util.Locale.ROOT)
                    + "/"
                    + one.note())
        .toList();
  }

  private static List<String> values(JsonNode figures) {
    List<String> values = new ArrayList<>();
    for (JsonNode figure : figures) {
      values.add(
          Stream.of("indicator", "area", "period", "value", "unit", "kind", "note")
              .map(
                  key ->
                      figure.path(key).isNull() || figure.path(key).isMissingNode()
                          ? "null"
                          : figure.path(key).asString())
              .reduce((one, other) -> one + "/" + other)
              .orElseThrow());
    }
    return values;
  }

  private static int count(String sql) {
    return TestDatabase.asOwner().sql(sql).query(Integer.class).single();
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
