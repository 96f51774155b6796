package tasuki.offer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tasuki.directory.OrganizationKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue and refuses one that contradicts itself. */
final class CatalogueReader {

  private CatalogueReader() {}

  /**
   * The catalogue.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static Capabilities.Catalogue read(String json) {
    JsonNode root = JsonMapper.shared().readTree(json);
    LocalDate from = LocalDate.parse(text(root, "validFrom"));
    List<Capabilities.Section> sections = new ArrayList<>();
    for (JsonNode section : root.path("sections")) {
      sections.add(
          new Capabilities.Section(text(section, "code"), strings(section.path("groups"))));
    }
    List<Capability> capabilities = new ArrayList<>();
    for (JsonNode one : root.path("capabilities")) {
      capabilities.add(capability(one, root.path("kinds"), from));
    }
    List<Help> helps = new ArrayList<>();
    for (JsonNode help : root.path("helps")) {
      helps.add(new Help(text(help, "code"), kinds(help.path("for"))));
    }
    List<Language> languages = new ArrayList<>();
    for (JsonNode language : root.path("languages")) {
      languages.add(new Language(text(language, "code"), strings(language.path("words"))));
    }
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("words").properties()) {
      words.put(entry.getKey(), strings(entry.getValue()));
    }
    int days = root.path("staleAfterDays").intValue();
    require(days > 0, "staleAfterDays", "has to be a number of days");
    check(sections, capabilities);
    return new Capabilities.Catalogue(
        Duration.ofDays(days), sections, capabilities, helps, languages, words);
  }

  /** For whom it is stands under a name that several share. */
  private static Capability capability(JsonNode node, JsonNode kinds, LocalDate from) {
    String validFrom = node.path("validFrom").stringValue("");
    String validUntil = node.path("validUntil").stringValue("");
    return new Capability(
        text(node, "code"),
        text(node, "group"),
        kinds(kinds.path(text(node, "for"))),
        node.path("open").booleanValue(),
        strings(node.path("words")),
        validFrom.isEmpty() ? from : LocalDate.parse(validFrom),
        validUntil.isEmpty() ? null : LocalDate.parse(validUntil));
  }

  private static void check(List<Capabilities.Section> sections, List<Capability> capabilities) {
    Set<String> groups =
        sections.stream().flatMap(section -> section.groups().stream()).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (Capability capability : capabilities) {
      require(seen.add(capability.code()), capability.code(), "stands twice");
      require(groups.contains(capability.group()), capability.code(), "stands under no heading");
      require(!capability.kinds().isEmpty(), capability.code(), "is for nobody");
    }
  }

  private static void require(boolean right, String what, String wrong) {
    if (!right) {
      throw new IllegalArgumentException(what + ": " + wrong);
    }
  }

  private static Set<OrganizationKind> kinds(JsonNode names) {
    Set<OrganizationKind> kinds = EnumSet.noneOf(OrganizationKind.class);
    strings(names).forEach(name -> kinds.add(OrganizationKind.valueOf(name)));
    return kinds;
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    for (JsonNode one : list) {
      strings.add(one.stringValue());
    }
    return strings;
  }

  private static String text(JsonNode node, String name) {
    String text = node.path(name).stringValue("");
    require(!text.isBlank(), String.valueOf(node), "has no " + name);
    return text;
  }
}
