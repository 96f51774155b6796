package tasuki.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.file.FileId;

/**
 * What somebody wants to write.
 *
 * @param call only for {@link EntryKind#TELEPHONE}
 * @param family whether the person and the family read it too
 * @param asks whether the others are asked to confirm that they have read it (確認希望)
 * @param occurredAt when it happened; null for now
 * @param files stored before by the same account
 */
public record NewEntry(
    EntryKind kind,
    String text,
    @Nullable Call call,
    boolean family,
    boolean asks,
    @Nullable Instant occurredAt,
    List<FileId> files) {

  public NewEntry {
    files = List.copyOf(files);
    if (!kind.writtenByPeople() || (kind == EntryKind.TELEPHONE) != (call != null)) {
      throw new IllegalArgumentException("Not something to be written: " + kind);
    }
  }

  /** A text for the team, about now. */
  public static NewEntry of(EntryKind kind, String text) {
    return new NewEntry(kind, text, null, false, false, null, List.of());
  }

  /** A call just made. */
  public static NewEntry of(Call call) {
    return new NewEntry(EntryKind.TELEPHONE, "", call, false, false, null, List.of());
  }

  /** The same for the person and the family too. */
  public NewEntry forFamilyToo() {
    return new NewEntry(kind, text, call, true, asks, occurredAt, files);
  }

  /** The same, which the others are asked to confirm. */
  public NewEntry asking() {
    return new NewEntry(kind, text, call, family, true, occurredAt, files);
  }

  /** The same with these files. */
  public NewEntry with(List<FileId> attached) {
    return new NewEntry(kind, text, call, family, asks, occurredAt, attached);
  }
}
