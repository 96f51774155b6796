package tasuki.programme;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.identity.DivisionId;

/**
 * Which programmes are looked at together.
 *
 * @param division whose programmes; null for those of all
 */
public record Scope(Collection<EditionId> lists, @Nullable DivisionId division) {

  /** All programmes of a list. */
  public static Scope of(EditionId list) {
    return new Scope(List.of(list), null);
  }

  /**
   * What holds for them in SQL, where each has its {@code edition} and {@code division}. Only what
   * is asked stands in it: a condition that might be absent hides from the planner how many rows
   * there are.
   */
  String condition() {
    if (lists.isEmpty()) {
      return "false";
    }
    return "edition in (:lists)" + (division == null ? "" : " and division = :division");
  }

  /** What the condition names. */
  Map<String, Object> values() {
    List<UUID> ids = lists.stream().map(EditionId::value).toList();
    DivisionId of = division;
    return of == null ? Map.of("lists", ids) : Map.of("lists", ids, "division", of.value());
  }
}
