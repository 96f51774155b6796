package tasuki.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a definition from JSON and refuses one that contradicts itself. */
final class DefinitionReader {

  private static final int TEXT_LIMIT = 100;
  private static final int LONG_TEXT_LIMIT = 1000;

  private DefinitionReader() {}

  /**
   * The definition.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static FormDefinition read(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    List<FormSection> sections = new ArrayList<>();
    for (JsonNode section : node.path("sections")) {
      sections.add(section(section, node.path("optionSets")));
    }
    FormDefinition definition =
        new FormDefinition(
            text(node, "id"),
            node.path("version").intValue(),
            LocalDate.parse(text(node, "validFrom")),
            words(node),
            optionalWords(node, "statement"),
            FormPaper.USUAL,
            sections);
    check(definition);
    return definition;
  }

  private static FormSection section(JsonNode node, JsonNode sets) {
    List<FormGroup> groups = new ArrayList<>();
    for (JsonNode group : node.path("groups")) {
      groups.add(new FormGroup(text(group, "id"), words(group)));
    }
    List<FormItem> items = new ArrayList<>();
    for (JsonNode item : node.path("items")) {
      items.add(item(item, sets));
    }
    return new FormSection(
        text(node, "id"),
        optional(node, "number"),
        words(node),
        optionalWords(node, "support"),
        groups,
        items);
  }

  static FormItem item(JsonNode node, JsonNode sets) {
    ItemKind kind = ItemKind.valueOf(text(node, "kind"));
    String format = optional(node, "format");
    JsonNode when = node.path("when");
    Set<ItemClass> classes = EnumSet.noneOf(ItemClass.class);
    strings(node.path("classes")).forEach(name -> classes.add(ItemClass.valueOf(name)));
    return new FormItem(
        text(node, "id"),
        kind,
        words(node),
        optionalWords(node, "plain"),
        optionalWords(node, "support"),
        optional(node, "group"),
        node.path("required").booleanValue(false),
        node.path("limit").intValue(kind == ItemKind.LONG_TEXT ? LONG_TEXT_LIMIT : TEXT_LIMIT),
        format == null ? ItemFormat.ANY : ItemFormat.valueOf(format),
        optionalWords(node, "unit"),
        kind.chosen() ? options(node, sets) : List.of(),
        optional(node, "exclusive"),
        when.isMissingNode() ? null : new When(text(when, "item"), strings(when.path("codes"))),
        classes,
        node.path("factor").booleanValue(false),
        node.path("verified").booleanValue(true),
        optional(node, "prefill"));
  }

  /** The options stand at the item itself, or under a name that several items share. */
  private static List<FormOption> options(JsonNode node, JsonNode sets) {
    JsonNode named = node.path("options");
    JsonNode list = named.isString() ? sets.path(named.stringValue()) : named;
    List<FormOption> options = new ArrayList<>();
    for (JsonNode option : list) {
      options.add(new FormOption(text(option, "code"), words(option)));
    }
    if (options.isEmpty()) {
      throw new IllegalArgumentException("no options: " + node);
    }
    return options;
  }

  /**
   * What a wrong hand in the file would break, said when the program starts and not at the bedside.
   */
  static void check(FormDefinition definition) {
    Set<String> seen = new HashSet<>();
    for (FormSection section : definition.sections()) {
      Set<String> groups = new HashSet<>();
      section.groups().forEach(group -> groups.add(group.id()));
      for (FormItem item : section.items()) {
        require(seen.add(item.id()), "the item stands twice", item);
        require(item.group() == null || groups.contains(item.group()), "no such group", item);
        require(
            item.exclusive() == null || item.option(item.exclusive()).isPresent(),
            "its exclusive option is none of its options",
            item);
        require(
            !item.classes()
                .containsAll(Set.of(ItemClass.HIDDEN_FROM_PERSON, ItemClass.SECRET_ADDRESS)),
            "it cannot be both hidden and a secret address",
            item);
        When when = item.when();
        if (when != null) {
          FormItem asked = definition.find(when.item()).orElse(null);
          require(asked != null && seen.contains(asked.id()), "it follows no item before it", item);
          require(
              asked != null
                  && when.codes().stream().allMatch(code -> asked.option(code).isPresent()),
              "it follows an option that does not exist",
              item);
        }
      }
    }
  }

  private static void require(boolean right, String what, FormItem item) {
    if (!right) {
      throw new IllegalArgumentException(item.id() + ": " + what);
    }
  }

  static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    for (JsonNode one : list) {
      strings.add(one.stringValue());
    }
    return strings;
  }

  static Words words(JsonNode node) {
    return new Words(text(node, "ja"), text(node, "en"));
  }

  static @Nullable Words optionalWords(JsonNode node, String name) {
    JsonNode words = node.path(name);
    return words.isObject() ? words(words) : null;
  }

  static String text(JsonNode node, String name) {
    String text = optional(node, name);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("no " + name + ": " + node);
    }
    return text;
  }

  static @Nullable String optional(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.stringValue() : null;
  }
}
