package tasuki.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.file.StoredFile;
import tasuki.identity.Profession;
import tasuki.person.PersonId;

/**
 * One entry as its reader sees it.
 *
 * @param author null where Tasuki said it by itself
 * @param said null where somebody wrote it
 * @param replies the oldest first
 * @param earlier what stood here before it was put right, the latest first
 * @param origin the first text, where this one puts another right
 * @param mine whether the acting account wrote it
 * @param asks whether the author asks the others to confirm that they have read it
 * @param ours whether the acting organisation wrote it
 * @param confirmed whether the acting account has confirmed it
 */
public record Entry(
    EntryId id,
    PersonId person,
    EntryKind kind,
    String text,
    @Nullable Call call,
    @Nullable Said said,
    @Nullable Author author,
    Instant occurredAt,
    Instant writtenAt,
    @Nullable EntryId replyTo,
    @Nullable EntryId corrects,
    @Nullable EntryId origin,
    boolean family,
    boolean asks,
    boolean pinned,
    boolean mine,
    boolean ours,
    boolean confirmed,
    List<Receipt> receipts,
    List<StoredFile> files,
    List<Entry> replies,
    List<Entry> earlier) {

  /** 誤って書かれたため取り消されました: it only says that something stood here. */
  boolean recalled() {
    return said != null && said.message().equals(EntryRecalls.TOMBSTONE);
  }

  /** Who wrote it, with the profession of that time. */
  public record Author(UUID account, String name, Profession profession, String organization) {}

  /** What Tasuki said, to be put into the reader's language. */
  public record Said(String message, List<String> arguments, @Nullable UUID subject) {}

  /** Who has read it (確認しました). */
  public record Receipt(String name, String organization, Instant at) {}
}
