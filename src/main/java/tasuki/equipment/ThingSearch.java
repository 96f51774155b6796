package tasuki.equipment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationId;

/**
 * Which things one looks for; what is left out does not narrow the answer.
 *
 * @param area where the owner lies
 * @param free days on which it is to be had throughout
 * @param after the last thing of the page before; null for the first page
 */
public record ThingSearch(
    Optional<ThingKind> kind,
    Optional<AreaId> area,
    Optional<OrganizationId> owner,
    Optional<Days> free,
    @Nullable ThingId after) {

  /** Everything that is lent. */
  public static final ThingSearch ALL =
      new ThingSearch(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null);

  /** Everything the organisation lends. */
  public static ThingSearch of(OrganizationId owner) {
    return new ThingSearch(
        Optional.empty(), Optional.empty(), Optional.of(owner), Optional.empty(), null);
  }
}
