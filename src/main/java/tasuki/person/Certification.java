package tasuki.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certification of care need, or how far the application has come.
 *
 * @param level null while none holds
 * @param appliedOn day of the application that runs
 */
public record Certification(
    CertificationStatus status,
    @Nullable CareLevel level,
    @Nullable LocalDate appliedOn,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  /** Whether its validity has ended on the day. */
  public boolean expiredOn(LocalDate day) {
    return validUntil != null && validUntil.isBefore(day);
  }
}
