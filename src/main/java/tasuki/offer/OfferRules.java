package tasuki.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;

/** Who may say what an organisation offers, and what has to be said with it. */
final class OfferRules {

  private OfferRules() {}

  /** Whether the viewer says it as the organisation itself. */
  static boolean own(Viewer viewer, Organization organization) {
    return viewer.organization().id().equals(organization.id())
        && viewer.hasAny(Duty.CARE, Duty.ADMINISTRATOR);
  }

  /** Whether the viewer corrects what organisations say, as a coordinator or for the prefecture. */
  static boolean corrects(Viewer viewer) {
    return viewer.hasAny(Duty.COORDINATOR)
        || viewer.hasAny(Duty.OFFICER)
            && viewer.organization().kind() == OrganizationKind.PREFECTURE;
  }

  /** Whether the viewer may say what the organisation offers. */
  static Ruling maySay(Viewer viewer, Organization organization) {
    return own(viewer, organization) || corrects(viewer)
        ? Ruling.ALLOWED
        : Ruling.refused("offer.refused.not-keeper");
  }

  /** Whether anything can be said of the organisation on the day. */
  static Ruling open(Organization organization, LocalDate day) {
    LocalDate closed = organization.closedOn();
    return closed != null && !closed.isAfter(day)
        ? Ruling.refused("offer.refused.closed", organization.name())
        : Ruling.ALLOWED;
  }

  /** Whether a correction says why; the organisation itself need not. */
  static Ruling says(boolean own, @Nullable String reason) {
    return own || reason != null && !reason.isBlank()
        ? Ruling.ALLOWED
        : Ruling.refused("offer.refused.no-reason");
  }

  /**
   * Whether the answer of a survey goes before what stands there: not before what was said later,
   * and without a day before nothing but what the same survey said.
   *
   * @param before the survey by which that was said; null where it was said by hand
   * @param day for which that was said; null for a survey that does not tell
   */
  static Ruling mayAnswer(@Nullable Survey before, @Nullable LocalDate day, Survey answer) {
    LocalDate answered = answer.day();
    if (answered == null) {
      return before != null && before.name().equals(answer.name())
          ? Ruling.ALLOWED
          : Ruling.refused("offer.refused.undated-answer");
    }
    if (day == null || answered.isAfter(day) || before != null && answered.isEqual(day)) {
      return Ruling.ALLOWED;
    }
    return Ruling.refused("offer.refused.said-later", day.toString());
  }
}
