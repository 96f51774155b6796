package tasuki.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * Who stands in a register, or stood.
 *
 * @param professional null where the organisation itself stands in it
 * @param number empty where none was given
 * @param listed whether a list brought it, which alone changes it
 */
public record Entry(
    UUID id,
    String register,
    OrganizationId organization,
    @Nullable Professional professional,
    String number,
    Term term,
    EntryState state,
    @Nullable LocalDate endedOn,
    @Nullable String endReason,
    boolean listed) {

  /** Whether it holds on the day, also before the job has noticed that it ended. */
  public boolean holdsOn(LocalDate day) {
    return state == EntryState.VALID && term.holdsOn(day);
  }
}
