package tasuki.notice;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its recipient reads it.
 *
 * @param shared whether it came to the organisation's inbox
 * @param words put into the sentence of its kind
 * @param readBy who of the organisation read it
 */
public record Notice(
    UUID id,
    NoticeKind kind,
    boolean shared,
    UUID subject,
    List<String> words,
    ZonedDateTime at,
    @Nullable ZonedDateTime readAt,
    @Nullable UUID readBy) {

  public boolean unread() {
    return readAt == null;
  }
}
