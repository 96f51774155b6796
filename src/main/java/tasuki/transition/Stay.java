package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.person.PersonId;

/**
 * One stay of a person in one hospital, a link of the case's chain.
 *
 * @param caseNumber by which it is spoken of without naming the person
 * @param feeGrade the grade of 入退院支援加算 claimed on the ward; null for none or not known
 * @param timeKnown whether the time of admission was told; otherwise it reads 00:00
 * @param plannedOn the planned day of discharge, as last named
 * @param transferredTo the next hospital, of a stay that ended by transfer
 */
public record Stay(
    StayId id,
    String caseNumber,
    UUID chain,
    PersonId person,
    OrganizationId hospital,
    @Nullable String ward,
    WardType wardType,
    @Nullable Integer feeGrade,
    StayState state,
    OffsetDateTime admittedAt,
    boolean timeKnown,
    @Nullable LocalDate plannedOn,
    @Nullable OffsetDateTime endedAt,
    @Nullable OrganizationId transferredTo) {

  /** The moment of admission in Japan. */
  public LocalDateTime admitted() {
    return JapanTime.at(admittedAt.toInstant());
  }

  /** The moment at which it ended, in Japan. */
  public @Nullable LocalDateTime ended() {
    return endedAt == null ? null : JapanTime.at(endedAt.toInstant());
  }
}
