package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;

/** The rules of the stay, each by its name, each with its reason. */
final class StayPolicy {

  /** Two reports of one admission may differ by so many days and are still one. */
  static final int SAME_STAY_DAYS = 3;

  /** Before admission the information counts too; longer ago it is about something else. */
  private static final int DAYS_BEFORE_ADMISSION = 60;

  private static final int DAYS_OF_HEARING_AFTER_DISCHARGE = 7;

  private StayPolicy() {}

  /** People are admitted to hospitals, and to clinics with beds. */
  static Ruling takesPatients(Organization hospital) {
    return hospital.kind() == OrganizationKind.HOSPITAL
            || hospital.kind() == OrganizationKind.CLINIC
        ? Ruling.ALLOWED
        : Ruling.refused("transition.refused.no-hospital");
  }

  /** What has not happened yet cannot be reported as done. */
  static Ruling hasHappened(LocalDate on, @Nullable LocalTime at, LocalDateTime now) {
    boolean future =
        on.isAfter(now.toLocalDate()) || at != null && on.atTime(at).isAfter(now.plusMinutes(1));
    return future ? Ruling.refused("transition.refused.future") : Ruling.ALLOWED;
  }

  /** Reports of one hospital no more than three days apart are of one stay. */
  static boolean sameStay(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= SAME_STAY_DAYS;
  }

  /** Whether a known stay and a time in hospital share a moment; null ends are open. */
  static boolean overlap(Stay known, OffsetDateTime from, @Nullable OffsetDateTime until) {
    OffsetDateTime end = known.endedAt();
    boolean before = end != null && !end.isAfter(from);
    boolean after = until != null && !until.isAfter(known.admittedAt());
    return !before && !after;
  }

  /**
   * The hospital of a stay is corrected only while nothing rests on the wrong one: a hospital that
   * speaks of the stay itself has the person, and a form that went there went to the wrong place.
   */
  static Ruling mayMove(Stay stay, OrganizationId next, List<Step> log) {
    if (stay.state() == StayState.TRANSFERRED && next.equals(stay.transferredTo())) {
      return Ruling.refused("transition.refused.same-hospital");
    }
    List<Step> standing =
        log.stream()
            .filter(step -> step.claims() && !Evidence.isWithdrawn(step, log))
            .filter(step -> !Evidence.isDenied(step, log))
            .toList();
    if (standing.stream()
        .filter(step -> step.kind() != StepKind.CORRECTED)
        .anyMatch(step -> step.organization().equals(stay.hospital().value()))) {
      return Ruling.refused("transition.refused.hospital-speaks");
    }
    return standing.stream().anyMatch(step -> step.kind() == StepKind.FORM_SENT)
        ? Ruling.refused("transition.refused.form-went-there")
        : Ruling.ALLOWED;
  }

  /** A stay ends not before it begins. */
  static Ruling endsAfterAdmission(Stay stay, LocalDate on) {
    return on.isBefore(stay.admitted().toLocalDate())
        ? Ruling.refused("transition.refused.before-admission")
        : Ruling.ALLOWED;
  }

  /** The legal transitions of a stay. */
  static Ruling mayBecome(Stay stay, StayState next) {
    return stay.state().canBecome(next)
        ? Ruling.ALLOWED
        : Ruling.refused(
            stay.state().ended() ? "transition.refused.ended" : "transition.refused.state");
  }

  /** Discharge is planned on a day from admission on, while the person is in hospital. */
  static Ruling mayPlan(Stay stay, LocalDate day) {
    if (stay.state().ended()) {
      return Ruling.refused("transition.refused.ended");
    }
    return day.isBefore(stay.admitted().toLocalDate())
        ? Ruling.refused("transition.refused.before-admission")
        : Ruling.ALLOWED;
  }

  /** Which side may log what, and when it can have happened. */
  static Ruling mayLog(Stay stay, Side side, StepKind kind, LocalDate on) {
    if (!kind.byHand() || !kind.isOf(side)) {
      return Ruling.refused("transition.refused.side");
    }
    if (stay.state() == StayState.DIED && kind.span() != StepKind.Span.ANY) {
      return Ruling.refused("transition.refused.died");
    }
    LocalDate admitted = stay.admitted().toLocalDate();
    LocalDateTime end = stay.ended();
    LocalDate ended = end == null ? null : end.toLocalDate();
    return switch (kind.span()) {
      case ANY ->
          on.isBefore(admitted.minusDays(DAYS_BEFORE_ADMISSION))
              ? Ruling.refused("transition.refused.long-before")
              : Ruling.ALLOWED;
      case INSIDE -> between(on, admitted, ended);
      case UNTIL_WEEK_AFTER ->
          between(
              on, admitted, ended == null ? null : ended.plusDays(DAYS_OF_HEARING_AFTER_DISCHARGE));
      case AFTER ->
          !stay.state().livesOutside() || ended == null || on.isBefore(ended)
              ? Ruling.refused("transition.refused.not-home")
              : Ruling.ALLOWED;
    };
  }

  private static Ruling between(LocalDate on, LocalDate first, @Nullable LocalDate last) {
    if (on.isBefore(first)) {
      return Ruling.refused("transition.refused.before-admission");
    }
    return last != null && on.isAfter(last)
        ? Ruling.refused("transition.refused.after-discharge")
        : Ruling.ALLOWED;
  }

  /** One confirms or denies what another says, and takes back what one has said oneself. */
  static Ruling mayAnswer(Step step, UUID organization, Side side, Stance stance) {
    boolean own = step.organization().equals(organization);
    return switch (stance) {
      case WITHDRAWS ->
          own && step.kind().byHand() || own && step.stance() != null
              ? Ruling.ALLOWED
              : Ruling.refused("transition.refused.not-own");
      case CONFIRMS, DENIES ->
          !own && step.claims() && step.side() != side && side != Side.COORDINATOR
              ? Ruling.ALLOWED
              : Ruling.refused("transition.refused.own");
    };
  }
}
