package tasuki.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.person.PersonId;

/**
 * A patient and the hospital that takes the patient in when it gets worse.
 *
 * @param doctor 主治医 at home
 * @param clinic where that doctor works
 * @param term from the beginning to the last day of the running term
 * @param recordedBy the organisation that wrote it down and is reminded
 */
public record Pair(
    UUID id,
    String register,
    PersonId person,
    OrganizationId hospital,
    String doctor,
    @Nullable OrganizationId clinic,
    Term term,
    @Nullable LocalDate endedOn,
    @Nullable String endReason,
    OrganizationId recordedBy) {

  public boolean running() {
    return endedOn == null;
  }
}
