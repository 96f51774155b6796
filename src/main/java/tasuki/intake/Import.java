package tasuki.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.table.Fault;

/**
 * A file that somebody brought.
 *
 * @param rowsIn rows read: those kept as they were, new or different, and rejected
 * @param fault why the whole file is of no use
 * @param base the list's version the file was compared with
 * @param account who brought it; null for the command line
 * @param signature of its headings, where it may be said what they mean
 * @param aliveAt when its reader was last heard of
 */
record Import(
    UUID id,
    String kind,
    String fileName,
    @Nullable String digest,
    ImportState state,
    Counts counts,
    @Nullable Fault fault,
    long base,
    @Nullable UUID account,
    @Nullable String signature,
    OffsetDateTime at,
    OffsetDateTime aliveAt,
    @Nullable OffsetDateTime appliedAt,
    @Nullable OffsetDateTime undoneAt) {

  /** Rows in, and what becomes of them; those that close stand in the list only. */
  record Counts(int in, int kept, int changed, int closed, int rejected) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          in + other.in,
          kept + other.kept,
          changed + other.changed,
          closed + other.closed,
          rejected + other.rejected);
    }

    boolean changesNothing() {
      return changed == 0 && closed == 0;
    }
  }
}
