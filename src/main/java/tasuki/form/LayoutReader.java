package tasuki.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an area's layout from JSON. */
final class LayoutReader {

  private LayoutReader() {}

  static FormLayout read(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    String paper = DefinitionReader.optional(node, "paper");
    List<FormLayout.Section> sections = new ArrayList<>();
    for (JsonNode section : node.path("sections")) {
      sections.add(
          new FormLayout.Section(
              DefinitionReader.text(section, "id"),
              section.has("ja") ? DefinitionReader.words(section) : null,
              DefinitionReader.strings(section.path("items"))));
    }
    Map<String, Words> labels = new HashMap<>();
    for (Map.Entry<String, JsonNode> label : node.path("labels").properties()) {
      labels.put(label.getKey(), DefinitionReader.words(label.getValue()));
    }
    return new FormLayout(
        DefinitionReader.optionalWords(node, "title"),
        new FormPaper(
            paper == null ? FormPaper.USUAL.size() : FormPaper.Size.valueOf(paper),
            node.path("columns").intValue(FormPaper.USUAL.columns())),
        sections,
        new HashSet<>(DefinitionReader.strings(node.path("omit"))),
        labels,
        extra(node),
        new HashSet<>(DefinitionReader.strings(node.path("fax").path("leaveOut"))),
        new HashSet<>(DefinitionReader.strings(node.path("fax").path("send"))));
  }

  private static List<FormLayout.Extra> extra(JsonNode node) {
    List<FormLayout.Extra> extra = new ArrayList<>();
    for (JsonNode one : node.path("extra")) {
      FormItem item = DefinitionReader.item(one, node.path("optionSets"));
      if (!item.id().startsWith("x-")) {
        throw new IllegalArgumentException(
            "an item of the area's own begins with x-: " + item.id());
      }
      extra.add(
          new FormLayout.Extra(
              DefinitionReader.text(one, "section"),
              DefinitionReader.optional(one, "after"),
              item));
    }
    return extra;
  }
}
