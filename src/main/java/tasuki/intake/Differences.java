package tasuki.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import makes different, thing by thing and field by field. */
@Component
@Transactional(readOnly = true)
class Differences {

  /** Stands between several values of one field. */
  static final String BETWEEN = "、";

  /** How a thing differs. */
  enum What {
    ADDED("before is null"),
    CHANGED("before is not null and after is not null"),
    CLOSED("after is null");

    private final String condition;

    What(String condition) {
      this.condition = condition;
    }
  }

  /**
   * A field of a thing.
   *
   * @param path its name; of a field inside another with a dot between
   */
  record Field(String path, @Nullable String before, @Nullable String after) {}

  /** A thing with the fields that differ; all of them if it is new or closes. */
  record Difference(String key, String scope, What what, List<Field> fields) {}

  private final JdbcClient jdbc;

  Differences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How many things differ in each way. */
  public Map<What, Integer> counts(UUID id) {
    Map<What, Integer> counts = new LinkedHashMap<>();
    jdbc.sql(
            """
            select count(*) filter (where before is null) as added,
              count(*) filter (where before is not null and after is not null) as changed,
              count(*) filter (where after is null) as closed
            from intake.change where import = ?
            """)
        .param(id)
        .query(
            row -> {
              counts.put(What.ADDED, row.getInt("added"));
              counts.put(What.CHANGED, row.getInt("changed"));
              counts.put(What.CLOSED, row.getInt("closed"));
            });
    return counts;
  }

  /** Some of them in the order of their keys, beginning behind a key. */
  public List<Difference> page(UUID id, @Nullable What what, String after, int most) {
    String condition = what == null ? "" : "and " + what.condition;
    return jdbc.sql(
            """
            select key, scope, former_scope, before, after from intake.change
            where import = ? and key > ? %s order by key limit ?
            """
                .formatted(condition))
        .params(id, after, most)
        .query(
            (row, _) ->
                difference(
                    row.getString("key"),
                    row.getString("scope"),
                    row.getString("before"),
                    row.getString("after")))
        .list();
  }

  private static Difference difference(
      String key, String scope, @Nullable String before, @Nullable String after) {
    Map<String, String> old = flat(before);
    Map<String, String> now = flat(after);
    Set<String> paths = new LinkedHashSet<>(old.keySet());
    paths.addAll(now.keySet());
    What what = before == null ? What.ADDED : after == null ? What.CLOSED : What.CHANGED;
    List<Field> fields = new ArrayList<>();
    for (String path : paths) {
      if (!Objects.equals(old.get(path), now.get(path))) {
        fields.add(new Field(path, old.get(path), now.get(path)));
      }
    }
    return new Difference(key, scope, what, fields);
  }

  private static Map<String, String> flat(@Nullable String json) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (json != null) {
      flatten("", JsonMapper.shared().readTree(json), fields);
    }
    return fields;
  }

  private static void flatten(String path, JsonNode node, Map<String, String> fields) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  flatten(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      fields));
    } else if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(part -> parts.add(part.isValueNode() ? part.asString() : part.toString()));
      fields.put(path, String.join(BETWEEN, parts));
    } else if (!node.isNull() && !node.asString().isEmpty()) {
      fields.put(path, node.asString());
    }
  }
}
