package tasuki.transition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.ClockRule;
import tasuki.calendar.Condition;
import tasuki.calendar.Counting;
import tasuki.calendar.Extension;
import tasuki.calendar.FirstDay;
import tasuki.calendar.TimeLimit;
import tasuki.directory.OrganizationKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads tables of clocks from JSON: the fee's from a file, the areas' from their rules. */
final class ClockReader {

  private static final JsonMapper JSON = JsonMapper.shared();

  private ClockReader() {}

  /**
   * The lines of a table.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  static List<ClockLine> read(String json) {
    List<ClockLine> lines = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) {
      try {
        lines.add(line(node));
      } catch (RuntimeException unreadable) {
        throw new IllegalArgumentException("unreadable clock: " + node, unreadable);
      }
    }
    return List.copyOf(lines);
  }

  private static ClockLine line(JsonNode node) {
    String code = text(node, "code");
    String family = optional(node, "family");
    String wardType = optional(node, "wardType");
    return new ClockLine(
        code,
        family == null ? code : family,
        Side.valueOf(text(node, "side")),
        StepKind.valueOf(text(node, "step")),
        number(node, "grade"),
        wardType == null ? null : WardType.valueOf(wardType),
        constants(node, "groups", CareGroup.class),
        constants(node, "offices", OrganizationKind.class),
        rule(code, node),
        node.path("wish").booleanValue(false),
        text(node, "source"),
        node.path("verified").booleanValue(false));
  }

  private static ClockRule rule(String code, JsonNode node) {
    List<Extension> extensions = new ArrayList<>();
    for (JsonNode extension : node.path("extensions")) {
      extensions.add(
          new Extension(condition(extension.path("when")), extension.path("days").intValue()));
    }
    Integer dayUntil = number(node, "dayUntil");
    if (dayUntil == null) {
      throw new IllegalArgumentException("dayUntil is missing");
    }
    String validUntil = optional(node, "validUntil");
    String counting = optional(node, "counting");
    return new ClockRule(
        code,
        ClockEvent.valueOf(text(node, "event")),
        FirstDay.valueOf(text(node, "firstDay")),
        number(node, "dayFrom"),
        dayUntil,
        counting == null ? Counting.CALENDAR : Counting.valueOf(counting),
        TimeLimit.valueOf(text(node, "timeLimit")),
        extensions,
        LocalDate.parse(text(node, "validFrom")),
        validUntil == null ? null : LocalDate.parse(validUntil));
  }

  private static Condition condition(JsonNode node) {
    if (node.isString()) {
      return switch (node.stringValue()) {
        case "EVENT_AFTER_CLOSING" -> new Condition.EventAfterClosing();
        case "EVENT_ON_DAY_OFF" -> new Condition.EventOnDayOff();
        default -> throw new IllegalArgumentException("no condition: " + node);
      };
    }
    if (node.has("dayIsOff")) {
      return new Condition.DayIsOff(node.path("dayIsOff").intValue());
    }
    if (node.has("any")) {
      return new Condition.AnyOf(conditions(node.path("any")));
    }
    if (node.has("all")) {
      return new Condition.AllOf(conditions(node.path("all")));
    }
    throw new IllegalArgumentException("no condition: " + node);
  }

  private static List<Condition> conditions(JsonNode nodes) {
    List<Condition> parts = new ArrayList<>();
    nodes.forEach(part -> parts.add(condition(part)));
    return parts;
  }

  private static <E extends Enum<E>> Set<E> constants(JsonNode node, String name, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    node.path(name).forEach(value -> constants.add(Enum.valueOf(type, value.stringValue())));
    return constants;
  }

  private static String text(JsonNode node, String name) {
    String text = optional(node, name);
    if (text == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() ? value.stringValue() : null;
  }

  private static @Nullable Integer number(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isInt() ? value.intValue() : null;
  }
}
