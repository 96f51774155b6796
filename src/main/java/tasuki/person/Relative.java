package tasuki.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody near the person, with an id once it is recorded. */
public record Relative(UUID id, Details details) {

  /**
   * What is known of a relative.
   *
   * @param relation such as 長女; the user's own words
   * @param keyPerson キーパーソン: whom to call first; there is one at most
   * @param mainCarer 主介護者: one at most
   * @param note never shown in the portal
   */
  public record Details(
      String name,
      String relation,
      @Nullable String telephone,
      boolean livesTogether,
      boolean keyPerson,
      boolean mainCarer,
      @Nullable String note) {}
}
