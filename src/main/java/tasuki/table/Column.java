package tasuki.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column that a file is expected to have.
 *
 * @param key by which cells are asked for
 * @param names how people head it; the first one is used in messages
 * @param label key of the message that names it where somebody chooses among many; null where it is
 *     named as a field of its list
 * @param group key of the message under which it stands there; null for what every such list has
 */
public record Column(
    String key,
    boolean required,
    List<String> names,
    @Nullable String label,
    @Nullable String group) {

  public static Column required(String key, String... names) {
    return new Column(key, true, List.of(names), null, null);
  }

  public static Column optional(String key, String... names) {
    return new Column(key, false, List.of(names), null, null);
  }

  /** One of many, with a name and heading of its own. */
  public static Column ofGroup(String key, String group, String label, List<String> names) {
    return new Column(key, false, List.copyOf(names), label, group);
  }

  String name() {
    return names.getFirst();
  }
}
