package tasuki.programme;

import java.util.Collection;
import java.util.List;
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

  List<UUID> listIds() {
    return lists.stream().map(EditionId::value).toList();
  }

  @Nullable UUID divisionId() {
    DivisionId of = division;
    return of == null ? null : of.value();
  }
}
