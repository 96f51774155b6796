package tasuki.fund.proposing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.identity.DivisionId;
import tasuki.programme.YearId;

/**
 * A proposal as it is.
 *
 * @param body the association through which it goes; null where it goes directly
 * @param sentAt when it was first sent
 * @param receivedAt when it first reached the prefecture
 * @param division the division of the prefecture that looks after it
 * @param programmeYear what became of it
 */
public record Proposal(
    ProposalId id,
    CallId call,
    OrganizationId proposer,
    ProposalState state,
    @Nullable OrganizationId body,
    ProposalEntry entry,
    @Nullable LocalDateTime sentAt,
    @Nullable LocalDateTime receivedAt,
    @Nullable DivisionId division,
    @Nullable Decided decided,
    @Nullable YearId programmeYear,
    int version) {

  /**
   * How it was decided.
   *
   * @param number of the letter that says so
   */
  public record Decided(LocalDate on, @Nullable String number, String words) {}
}
