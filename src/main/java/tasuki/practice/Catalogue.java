package tasuki.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the cases that ship with the house from {@code practice/catalogue/*.json}. */
final class Catalogue {

  /**
   * A case as the catalogue has it.
   *
   * @param text the whole of it, by which a later version is told from an earlier one
   */
  record Shipped(String code, String source, Content content, String text) {

    /** The same in every house, so that a case keeps its id over versions. */
    UUID id() {
      return UUID.nameUUIDFromBytes(("practice/" + code).getBytes(UTF_8));
    }
  }

  private static final long THOUSAND = 1_000;

  /** What only few cases say, in the order in which it is shown. */
  static final List<String> DETAILS =
      List.of(
          "division",
          "sections",
          "fundNumber",
          "fundCategory",
          "fundCategoryName",
          "status",
          "hospitals",
          "flightTimeRings");

  /** Words of the catalogue that are codes; the pages say them in words. */
  private static final Map<String, String> STATUS = Map.of("continuing", "継続", "new", "新規");

  private Catalogue() {}

  /** All cases, as they ship. */
  static List<Shipped> shipped() {
    try {
      List<Shipped> shipped = new ArrayList<>();
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath:practice/catalogue/*");
      List<Resource> sorted = new ArrayList<>(List.of(files));
      sorted.sort(Comparator.comparing(file -> String.valueOf(file.getFilename())));
      for (Resource file : sorted) {
        try (InputStream in = file.getInputStream()) {
          JsonMapper.shared().readTree(in).forEach(node -> shipped.add(read(node)));
        }
      }
      return shipped;
    } catch (IOException failure) {
      throw new UncheckedIOException("The catalogue of programmes cannot be read", failure);
    }
  }

  static Shipped read(JsonNode node) {
    String area = text(node, "area");
    Content content =
        new Content(
            node.get("prefecture").asString(),
            node.get("name").asString(),
            text(node, "nameEn"),
            text(node, "parent"),
            texts(node, "operator"),
            area,
            area == null ? null : AreaType.certainlyMeantBy(area).orElse(null),
            node.get("purpose").asString(),
            texts(node, "approach"),
            instruments(node),
            texts(node, "rules"),
            budget(node),
            figures(node),
            texts(node, "issues"),
            texts(node, "proposals"),
            texts(node, "actors"),
            texts(node, "systems"),
            text(node, "note"),
            details(node));
    return new Shipped(
        node.get("id").asString(), node.get("source").asString(), content, node.toString());
  }

  private static Set<Instrument> instruments(JsonNode node) {
    Set<Instrument> instruments = EnumSet.noneOf(Instrument.class);
    texts(node, "mechanisms")
        .forEach(one -> instruments.add(Instrument.valueOf(one.toUpperCase(Locale.ROOT))));
    return instruments;
  }

  private static List<BudgetYear> budget(JsonNode node) {
    List<BudgetYear> budget = new ArrayList<>();
    for (JsonNode year : node.path("budget")) {
      JsonNode planned = year.path("plannedThousandYen");
      JsonNode settled = year.path("settledYen");
      String funding = text(year, "funding");
      budget.add(
          new BudgetYear(
              year.path("fy").isNumber() ? year.get("fy").asInt() : null,
              planned.isNumber() ? planned.asLong() * THOUSAND : null,
              settled.isNumber() ? settled.asLong() : null,
              funding == null ? null : Funding.valueOf(funding.toUpperCase(Locale.ROOT)),
              text(year, "note")));
    }
    return budget;
  }

  private static List<Figure> figures(JsonNode node) {
    List<Figure> figures = new ArrayList<>();
    for (JsonNode figure : node.path("figures")) {
      figures.add(
          new Figure(
              figure.get("indicator").asString(),
              text(figure, "area"),
              text(figure, "period"),
              new BigDecimal(figure.get("value").asString()),
              figure.get("unit").asString(),
              Figure.Kind.valueOf(figure.get("kind").asString().toUpperCase(Locale.ROOT)),
              text(figure, "note")));
    }
    return figures;
  }

  private static List<Detail> details(JsonNode node) {
    List<Detail> details = new ArrayList<>();
    for (String key : DETAILS) {
      JsonNode value = node.path(key);
      if (value.isArray()) {
        List<String> lines = new ArrayList<>();
        value.forEach(one -> lines.add(line(one)));
        details.add(new Detail(key, lines));
      } else if (!value.isMissingNode() && !value.isNull()) {
        String said = value.asString();
        details.add(new Detail(key, List.of(STATUS.getOrDefault(said, said))));
      }
    }
    return details;
  }

  /** A hospital with its kind, a ring of flight with its minutes and kilometres. */
  private static String line(JsonNode one) {
    if (one.has("minutes")) {
      return "%d分・%d km".formatted(one.get("minutes").asInt(), one.get("km").asInt());
    }
    return one.isObject()
        ? one.get("name").asString() + "(" + one.get("type").asString() + ")"
        : one.asString();
  }

  private static @Nullable String text(JsonNode node, String key) {
    JsonNode value = node.path(key);
    return value.isMissingNode() || value.isNull() ? null : value.asString();
  }

  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    node.path(key).forEach(one -> texts.add(one.asString()));
    return texts;
  }
}
