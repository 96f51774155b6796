package tasuki.offer;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * How many persons more an organisation can take, as it was said at a moment.
 *
 * @param help code of the kind of help
 * @param by who said it
 * @param saidFor the organisation in whose name; another one than its own for a correction
 * @param fresh false when it was said too long ago to rely on
 */
public record RoomLeft(
    OrganizationId organization,
    String help,
    int places,
    OffsetDateTime saidAt,
    String by,
    OrganizationId saidFor,
    @Nullable String reason,
    boolean fresh) {

  /** Whether there is room for which one can ask now. */
  public boolean open() {
    return fresh && places > 0;
  }
}
