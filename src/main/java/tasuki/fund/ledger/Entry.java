package tasuki.fund.ledger;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/**
 * An entry of the ledger as it stands.
 *
 * @param yen less than nothing for one that cancels another
 * @param cancels the entry whose opposite it is
 * @param reason why that one was wrong
 * @param cancelled whether another entry is its opposite
 */
public record Entry(
    EntryId id,
    FiscalYear vintage,
    String category,
    EntryKind kind,
    FiscalYear fiscalYear,
    long yen,
    long national,
    @Nullable String note,
    @Nullable EntryId cancels,
    @Nullable String reason,
    boolean cancelled,
    UUID account,
    LocalDateTime at) {

  /** Whether it counts: neither cancelled nor there to cancel. */
  public boolean stands() {
    return cancels == null && !cancelled;
  }
}
