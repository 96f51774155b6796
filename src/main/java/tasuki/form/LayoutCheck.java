package tasuki.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds everything that is wrong in the text of a layout, with the line and the item. */
final class LayoutCheck {

  private static final Set<String> KEYS =
      Set.of(
          "title", "paper", "columns", "sections", "omit", "labels", "extra", "optionSets", "fax");

  private final FormDefinition national;
  private final JsonNode root;
  private final Map<String, Integer> lines;
  private final List<LayoutProblem> problems = new ArrayList<>();

  private LayoutCheck(FormDefinition national, JsonNode root, Map<String, Integer> lines) {
    this.national = national;
    this.root = root;
    this.lines = lines;
  }

  /** The problems in the order of the text; empty for a layout that can be used. */
  static List<LayoutProblem> of(String json, FormDefinition national) {
    JsonNode root;
    Map<String, Integer> lines;
    try {
      root = JsonMapper.shared().readTree(json);
      lines = lines(json);
    } catch (JacksonException unreadable) {
      int line = unreadable.getLocation() == null ? 1 : unreadable.getLocation().getLineNr();
      return List.of(new LayoutProblem(Math.max(1, line), "", "unreadable"));
    }
    if (!root.isObject()) {
      return List.of(new LayoutProblem(1, "", "unreadable"));
    }
    LayoutCheck check = new LayoutCheck(national, root, lines);
    check.all();
    if (check.problems.isEmpty()) {
      check.together(json);
    }
    return check.problems.stream()
        .sorted(java.util.Comparator.comparingInt(LayoutProblem::line))
        .toList();
  }

  /** The line of every value, by its path. */
  private static Map<String, Integer> lines(String json) {
    Map<String, Integer> lines = new HashMap<>();
    try (JsonParser parser = JsonMapper.shared().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        lines.putIfAbsent(
            parser.streamReadContext().pathAsPointer().toString(),
            parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }

  private void problem(String path, String item, String code) {
    String nearest = path;
    while (!lines.containsKey(nearest) && nearest.contains("/")) {
      nearest = nearest.substring(0, nearest.lastIndexOf('/'));
    }
    problems.add(new LayoutProblem(lines.getOrDefault(nearest, 1), item, code));
  }

  private void all() {
    for (String key : root.propertyNames()) {
      if (!KEYS.contains(key)) {
        problem("/" + key, key, "unknown");
      }
    }
    if (root.has("title")) {
      words("/title", root.path("title"), "title");
    }
    if (root.has("paper") && !Set.of("A4", "A3").contains(root.path("paper").asString(""))) {
      problem("/paper", "paper", "paper");
    }
    int columns = root.path("columns").intValue(2);
    if (columns < 1 || columns > 2) {
      problem("/columns", "columns", "columns");
    }
    extra();
    sections();
    omitted();
    for (Map.Entry<String, JsonNode> label : root.path("labels").properties()) {
      String path = "/labels/" + label.getKey();
      if (national.find(label.getKey()).isEmpty()) {
        problem(path, label.getKey(), "no-item");
      }
      words(path, label.getValue(), label.getKey());
    }
    fax();
  }

  private void words(String path, JsonNode words, String item) {
    if (words.path("ja").asString("").isBlank() || words.path("en").asString("").isBlank()) {
      problem(path, item, "words");
    }
  }

  private void sections() {
    Set<String> seen = new HashSet<>();
    Set<String> items = new HashSet<>();
    for (int i = 0; i < root.path("sections").size(); i++) {
      JsonNode section = root.path("sections").get(i);
      String path = "/sections/" + i;
      String id = section.path("id").asString("");
      FormSection known = section(id);
      if (known == null) {
        problem(path, id, "no-section");
        continue;
      }
      if (!seen.add(id)) {
        problem(path, id, "twice");
      }
      if (section.has("ja") || section.has("en")) {
        words(path, section, id);
      }
      for (int j = 0; j < section.path("items").size(); j++) {
        String item = section.path("items").get(j).asString("");
        if (known.items().stream().noneMatch(one -> one.id().equals(item))) {
          String code = national.find(item).isPresent() ? "other-section" : "no-item";
          problem(path + "/items/" + j, item, code);
        } else if (!items.add(item)) {
          problem(path + "/items/" + j, item, "twice");
        }
      }
    }
  }

  private @org.jspecify.annotations.Nullable FormSection section(String id) {
    return national.sections().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  private void omitted() {
    for (int i = 0; i < root.path("omit").size(); i++) {
      String id = root.path("omit").get(i).asString("");
      FormSection section = section(id);
      FormItem item = national.find(id).orElse(null);
      if (section == null && item == null) {
        problem("/omit/" + i, id, "no-item");
      } else if (item != null && item.required()
          || section != null && section.items().stream().anyMatch(FormItem::required)) {
        problem("/omit/" + i, id, "needed");
      }
    }
  }

  private void extra() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < root.path("extra").size(); i++) {
      JsonNode extra = root.path("extra").get(i);
      String path = "/extra/" + i;
      String id = extra.path("id").asString("");
      FormSection section = section(extra.path("section").asString(""));
      if (section == null) {
        problem(path, id, "no-section");
      }
      if (!id.matches("x-[a-z0-9-]{1,40}")) {
        problem(path, id, "own-id");
      } else if (!seen.add(id)) {
        problem(path, id, "twice");
      }
      String after = extra.path("after").asString("");
      if (!after.isEmpty()
          && !seen.contains(after)
          && section != null
          && section.items().stream().noneMatch(one -> one.id().equals(after))) {
        problem(path + "/after", after, "no-item");
      }
      words(path, extra, id);
      item(path, id, extra);
    }
  }

  private void item(String path, String id, JsonNode extra) {
    try {
      DefinitionReader.item(extra, root.path("optionSets"));
    } catch (RuntimeException unusable) {
      problem(path, id, "extra");
    }
  }

  private void fax() {
    for (String list : List.of("leaveOut", "send")) {
      JsonNode items = root.path("fax").path(list);
      for (int i = 0; i < items.size(); i++) {
        String id = items.get(i).asString("");
        FormItem item = national.find(id).orElse(null);
        if (item == null && !id.startsWith("x-")) {
          problem("/fax/" + list + "/" + i, id, "no-item");
        } else if (item != null
            && list.equals("send")
            && (item.classes().contains(ItemClass.HIDDEN_FROM_PERSON)
                || item.classes().contains(ItemClass.SECRET_ADDRESS))) {
          problem("/fax/" + list + "/" + i, id, "protected");
        }
      }
    }
  }

  /** What only shows when the layout is applied: the order of questions and their follow-ups. */
  private void together(String json) {
    try {
      DefinitionReader.check(FormLayout.fromJson(json).apply(national));
    } catch (RuntimeException contradiction) {
      String said = String.valueOf(contradiction.getMessage());
      String item = said.contains(": ") ? said.substring(0, said.indexOf(": ")) : "";
      problem("/sections", item, "contradiction");
    }
  }
}
