package tasuki.table;

import java.util.List;

/**
 * A column that a file is expected to have.
 *
 * @param key by which cells are asked for
 * @param names how people head it; the first one is used in messages
 */
public record Column(String key, boolean required, List<String> names) {

  public static Column required(String key, String... names) {
    return new Column(key, true, List.of(names));
  }

  public static Column optional(String key, String... names) {
    return new Column(key, false, List.of(names));
  }

  String name() {
    return names.getFirst();
  }
}
