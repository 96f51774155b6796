package tasuki.person;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tasuki.file.StoredFile;

/**
 * A conversation that was written down.
 *
 * @param by name of who wrote it, and {@code organization} where that one worked
 * @param corrected whether a later entry says that this one was wrong
 * @param papers living wills that came with it
 */
public record Conversation(
    UUID id,
    PersonId person,
    NewConversation said,
    String by,
    String organization,
    OffsetDateTime at,
    boolean corrected,
    List<StoredFile> papers) {

  public Conversation {
    papers = List.copyOf(papers);
  }
}
