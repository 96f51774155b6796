package tasuki.practice;

import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;

/** Who writes cases, and when one may be shown to everybody. */
final class PracticePolicy {

  private PracticePolicy() {}

  /** Whether the viewer reads the library from inside. */
  static boolean reads(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR);
  }

  /** Whether the viewer changes the case: officers of the organisation that wrote it. */
  static boolean changes(Viewer viewer, Practice practice) {
    return viewer.hasAny(Duty.OFFICER)
        && viewer.organization().id().equals(practice.organization());
  }

  /** Whether the case says enough to be of use to somebody else. */
  static Ruling mayBePublished(Content content) {
    if (content.purpose().isEmpty()) {
      return Ruling.refused("practice.refused.no-purpose");
    }
    if (content.approach().isEmpty()) {
      return Ruling.refused("practice.refused.no-approach");
    }
    return content.instruments().isEmpty()
        ? Ruling.refused("practice.refused.no-instruments")
        : Ruling.ALLOWED;
  }

  /** Whether the case can go from one state to the other. */
  static Ruling mayBecome(PracticeState from, PracticeState next) {
    return from.canBecome(next)
        ? Ruling.ALLOWED
        : Ruling.refused("practice.refused.state." + from + "." + next);
  }
}
