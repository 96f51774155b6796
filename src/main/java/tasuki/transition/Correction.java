package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.person.NewBasis;

/**
 * What an admission should have said, with why it is corrected.
 *
 * @param at the time of admission; null where only the day is known
 * @param reason the kind of stay; null where nobody knows
 * @param feeGrade the grade of 入退院支援加算 claimed; null for none
 * @param because why it is corrected, for the other side to read
 * @param basis on which another hospital is let in; null where it is in, or the hospital stays
 */
public record Correction(
    OrganizationId hospital,
    LocalDate on,
    @Nullable LocalTime at,
    @Nullable AdmissionReason reason,
    @Nullable String ward,
    WardType wardType,
    @Nullable Integer feeGrade,
    String because,
    @Nullable NewBasis basis) {

  /** A correction that leaves everything as the stay has it. */
  public static Correction of(Stay stay, @Nullable AdmissionReason reason, String because) {
    return new Correction(
        stay.hospital(),
        stay.admitted().toLocalDate(),
        stay.timeKnown() ? stay.admitted().toLocalTime() : null,
        reason,
        stay.ward(),
        stay.wardType(),
        stay.feeGrade(),
        because,
        null);
  }

  /** The same with another moment of admission. */
  public Correction admitted(LocalDate day, @Nullable LocalTime time) {
    return new Correction(hospital, day, time, reason, ward, wardType, feeGrade, because, basis);
  }

  /** The same with another ward and fee. */
  public Correction onWard(@Nullable String name, WardType type, @Nullable Integer grade) {
    return new Correction(hospital, on, at, reason, name, type, grade, because, basis);
  }

  /** The same with another hospital, let in on the basis. */
  public Correction inHospital(OrganizationId other, @Nullable NewBasis letIn) {
    return new Correction(other, on, at, reason, ward, wardType, feeGrade, because, letIn);
  }

  /** The same with another kind of stay. */
  public Correction ofKind(@Nullable AdmissionReason kind) {
    return new Correction(hospital, on, at, kind, ward, wardType, feeGrade, because, basis);
  }
}
