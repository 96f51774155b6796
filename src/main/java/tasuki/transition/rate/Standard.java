package tasuki.transition.rate;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A way of counting: which cases, whose word, what is left out. A prefecture or an area names its
 * own (県の算式).
 *
 * @param shortDays stays of so many days without change of support are left out; 0 for none
 * @param names the printed names of rates, where they differ from the usual
 */
record Standard(
    Cases of, Words words, Set<Rate.Exclusion> without, int shortDays, Map<Rate, String> names) {

  /** The denominator. */
  enum Cases {
    /** 担当ケアマネが把握した事例: what surveys have. */
    KNOWN,
    /** With a plan owner before the admission. */
    BEFORE,
    /** With a plan owner before the admission or found during the stay. */
    FOUND,
    /** Every case that the hospital logged. */
    ALL;

    String sql() {
      return switch (this) {
        case KNOWN -> "f.care_knows and f.office is not null";
        case BEFORE -> "f.plan_owner = 'BEFORE'";
        case FOUND -> "f.plan_owner in ('BEFORE', 'FOUND')";
        case ALL -> "f.hospital_knows";
      };
    }
  }

  /** Whose word is taken for a yes. */
  enum Words {
    /** The plan owner's, whether the hospital confirms it or not. */
    CARE(List.of("BOTH", "CARE", "CARE_ALONE")),
    /** Only what both sides confirm. */
    BOTH(List.of("BOTH")),
    /** Anybody's. */
    ANY(List.of("BOTH", "CARE", "CARE_ALONE", "HOSPITAL", "HOSPITAL_ALONE"));

    private final List<String> taken;

    Words(List<String> taken) {
      this.taken = taken;
    }

    List<String> taken() {
      return taken;
    }
  }

  static final int MOST_SHORT_DAYS = 30;

  static final Standard USUAL =
      new Standard(Cases.KNOWN, Words.CARE, Rate.Exclusion.USUAL, 0, Map.of());

  /** Whether both count alike, whatever they call the rates. */
  boolean countsLike(Standard other) {
    return of == other.of
        && words == other.words
        && without.equals(other.without)
        && shortDays == other.shortDays;
  }

  String json() {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("of", of.name()).put("words", words.name()).put("shortDays", shortDays);
    ArrayNode left = node.putArray("without");
    without.forEach(one -> left.add(one.name()));
    ObjectNode named = node.putObject("names");
    names.forEach((rate, name) -> named.put(rate.name(), name));
    return JsonMapper.shared().writeValueAsString(node);
  }

  static Standard read(String json) {
    JsonNode node = JsonMapper.shared().readTree(json);
    Set<Rate.Exclusion> without = EnumSet.noneOf(Rate.Exclusion.class);
    node.get("without").forEach(one -> without.add(Rate.Exclusion.valueOf(one.asString())));
    Map<Rate, String> names = new LinkedHashMap<>();
    for (Rate rate : Rate.values()) {
      JsonNode name = node.get("names").get(rate.name());
      if (name != null) {
        names.put(rate, name.asString());
      }
    }
    return new Standard(
        Cases.valueOf(node.get("of").asString()),
        Words.valueOf(node.get("words").asString()),
        without,
        node.get("shortDays").asInt(),
        names);
  }
}
