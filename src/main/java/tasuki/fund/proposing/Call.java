package tasuki.fund.proposing;

import java.time.LocalDate;
import tasuki.directory.OrganizationId;

/**
 * A call for proposals (新規事業提案募集).
 *
 * @param organization the prefecture that calls
 * @param published whether everybody reads it
 */
public record Call(
    CallId id, OrganizationId organization, CallEntry entry, boolean published, int version) {

  /** Whether proposals are taken in on that day. */
  public boolean accepts(LocalDate day) {
    return published && entry.acceptance().contains(day);
  }

  /** Whether drafts may be talked over on that day. */
  public boolean consults(LocalDate day) {
    CallEntry.Period consultation = entry.consultation();
    return published && consultation != null && consultation.contains(day);
  }
}
