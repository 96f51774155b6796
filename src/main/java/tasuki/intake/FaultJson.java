package tasuki.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.table.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps faults without their words, so that each reader is told in the own language. */
final class FaultJson {

  private static final JsonMapper JSON = JsonMapper.shared();

  private FaultJson() {}

  static String write(Fault fault) {
    ObjectNode node = JSON.createObjectNode();
    node.put("sheet", fault.sheet());
    node.put("row", fault.row());
    node.put("column", fault.column());
    node.put("reason", fault.reason());
    node.set("arguments", JSON.readTree(arguments(fault.arguments())));
    return JSON.writeValueAsString(node);
  }

  static Fault read(String json) {
    JsonNode node = JSON.readTree(json);
    return new Fault(
        text(node.get("sheet")),
        node.get("row").isNull() ? null : node.get("row").asInt(),
        text(node.get("column")),
        node.get("reason").asString(),
        arguments(node.get("arguments").toString()));
  }

  private static @Nullable String text(JsonNode node) {
    return node.isNull() ? null : node.asString();
  }

  /** Whole numbers stay numbers, so that they are written as the language writes them. */
  static String arguments(List<Object> arguments) {
    ArrayNode array = JSON.createArrayNode();
    for (Object argument : arguments) {
      switch (argument) {
        case Integer number -> array.add(number);
        case Long number -> array.add(number);
        default -> array.add(String.valueOf(argument));
      }
    }
    return JSON.writeValueAsString(array);
  }

  static List<Object> arguments(String json) {
    List<Object> arguments = new ArrayList<>();
    for (JsonNode node : JSON.readTree(json)) {
      arguments.add(node.isIntegralNumber() ? (Object) node.asLong() : node.asString());
    }
    return arguments;
  }
}
