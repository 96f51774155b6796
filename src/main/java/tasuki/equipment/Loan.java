package tasuki.equipment;

import java.time.LocalDate;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;

/**
 * A thing in somebody's hands for some days; its owner and its borrower know of it.
 *
 * @param account who booked it
 * @param purpose what for, without anybody's data
 */
public record Loan(
    LoanId id,
    ThingId thing,
    OrganizationId owner,
    OrganizationId borrower,
    AccountId account,
    Days days,
    String purpose,
    LoanState state) {

  /** Whether it should have come back before the day. */
  public boolean isOverdue(LocalDate day) {
    return state == LoanState.OUT && days.last().isBefore(day);
  }
}
