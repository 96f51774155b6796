package tasuki.transition.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who changed which item of a draft, in which edition and from what; so two may write one draft.
 */
record Trail(Map<String, List<Change>> items) {

  /** More changes of one item than these between a page's loading and its saving are rare. */
  private static final int KEPT = 12;

  static final Trail EMPTY = new Trail(Map.of());

  /** One change of an item. */
  record Change(int edition, UUID account, List<String> before) {}

  /** The changes of the item after the edition. */
  List<Change> since(String item, int edition) {
    return items.getOrDefault(item, List.of()).stream()
        .filter(change -> change.edition() > edition)
        .toList();
  }

  /** What the item said in that edition; empty where it has not changed since. */
  Optional<List<String>> base(String item, int edition) {
    return since(item, edition).stream().findFirst().map(Change::before);
  }

  Trail and(String item, Change change) {
    Map<String, List<Change>> longer = new LinkedHashMap<>(items);
    List<Change> changes = new ArrayList<>(items.getOrDefault(item, List.of()));
    changes.add(change);
    longer.put(
        item, List.copyOf(changes.subList(Math.max(0, changes.size() - KEPT), changes.size())));
    return new Trail(longer);
  }

  Trail and(Trail other) {
    Map<String, List<Change>> both = new LinkedHashMap<>(items);
    both.putAll(other.items);
    return new Trail(both);
  }

  Trail only(java.util.function.Predicate<String> wanted) {
    Map<String, List<Change>> kept = new LinkedHashMap<>(items);
    kept.keySet().removeIf(item -> !wanted.test(item));
    return new Trail(kept);
  }

  String json() {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    items.forEach(
        (item, changes) -> {
          ArrayNode list = object.putArray(item);
          for (Change change : changes) {
            ObjectNode node = list.addObject();
            node.put("e", change.edition()).put("a", change.account().toString());
            ArrayNode before = node.putArray("b");
            change.before().forEach(before::add);
          }
        });
    return JsonMapper.shared().writeValueAsString(object);
  }

  static Trail fromJson(String json) {
    Map<String, List<Change>> items = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> item : JsonMapper.shared().readTree(json).properties()) {
      List<Change> changes = new ArrayList<>();
      for (JsonNode node : item.getValue()) {
        List<String> before = new ArrayList<>();
        node.path("b").forEach(one -> before.add(one.stringValue()));
        changes.add(
            new Change(
                node.path("e").intValue(),
                UUID.fromString(node.path("a").stringValue()),
                List.copyOf(before)));
      }
      items.put(item.getKey(), List.copyOf(changes));
    }
    return new Trail(items);
  }
}
