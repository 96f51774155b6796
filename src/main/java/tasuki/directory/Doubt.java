package tasuki.directory;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two organisations that may be one place; an officer decides.
 *
 * @param older which was there before
 * @param newer which came by a list
 * @param reasons why one may think so, as the last words of the messages {@code directory.reason.…}
 * @param answer null while nobody has said anything
 * @param words what the officer wrote beside the answer
 */
public record Doubt(
    UUID id,
    Kind kind,
    OrganizationId older,
    OrganizationId newer,
    List<String> reasons,
    OffsetDateTime raisedAt,
    @Nullable Answer answer,
    @Nullable OffsetDateTime answeredAt,
    @Nullable String words) {

  /** What is doubtful. */
  public enum Kind {
    /** Two entries for what may be one place. */
    SAME,
    /** A new code at the name and place of one that a list no longer names (法人化, 移転, 承継). */
    SUCCESSION
  }

  /** What was said. */
  public enum Answer {
    /** One place: the newer entry becomes an alias of the older. */
    SAME,
    /** Two places. */
    DIFFERENT,
    /** The newer has followed the older, which goes on under the new code. */
    SUCCESSION,
    /** To be looked at again. */
    LATER,
    /** Settled by itself: an import was undone or one of the two has closed. */
    WITHDRAWN
  }

  /** Whether somebody still has to decide. */
  public boolean open() {
    return answer == null || answer == Answer.LATER;
  }
}
