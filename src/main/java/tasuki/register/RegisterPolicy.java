package tasuki.register;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.kernel.Ruling;

/** Who sets registers up, and which settings contradict each other. */
final class RegisterPolicy {

  /** Words that stand in addresses where a code would. */
  private static final Set<String> RESERVED =
      Set.of("new", "own", "pairs", "entries", "applications");

  private RegisterPolicy() {}

  /** Whether the viewer works somewhere; the person and the family have registers of nothing. */
  static boolean isStaff(Viewer viewer) {
    return viewer.hasAny(Duty.CARE, Duty.ADMINISTRATOR, Duty.COORDINATOR, Duty.OFFICER);
  }

  /** Whether the viewer sets registers up. */
  static boolean setsUp(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        && viewer.organization().kind() == OrganizationKind.PREFECTURE;
  }

  /** Whether the viewer decides who stands in the register. */
  static boolean decides(Viewer viewer, Register register) {
    if (register.decidedBy() == null) {
      return setsUp(viewer);
    }
    return viewer.organization().id().equals(register.decidedBy())
        && viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR);
  }

  /** Whether the viewer sees applications and what became of them. */
  static boolean watches(Viewer viewer, Register register) {
    return setsUp(viewer) || decides(viewer, register);
  }

  /** Whether the code can be used. */
  static Ruling mayBeCalled(String code) {
    return RESERVED.contains(code)
        ? Ruling.refused("register.refused.code-reserved", code)
        : Ruling.ALLOWED;
  }

  /** Whether the settings fit together. */
  static Ruling sound(Register register) {
    if (register.concerns() == Concerns.PROFESSIONAL && register.professions().isEmpty()) {
      return Ruling.refused("register.refused.no-professions");
    }
    if (!register.decider().takesApplications() && !register.fields().isEmpty()) {
      return Ruling.refused("register.refused.fields-of-notification");
    }
    if (register.decider() == Decider.PROPOSAL
        && (register.callUntil() == null || register.reportMonth() == null)) {
      return Ruling.refused("register.refused.proposal-needs");
    }
    if (register.decider() == Decider.ASSOCIATION && register.decidedBy() == null) {
      return Ruling.refused("register.refused.association-needs");
    }
    if (register.concerns() == Concerns.PERSON && register.open()) {
      return Ruling.refused("register.refused.persons-in-public");
    }
    if ((register.concerns() == Concerns.PERSON) != (register.within() != null)) {
      return Ruling.refused("register.refused.within-needs");
    }
    boolean late =
        register.remindDays().stream().anyMatch(days -> days >= register.validity().usualDays());
    boolean endless = register.validity().unit() == Validity.Unit.UNLIMITED;
    if (late || endless && !register.remindDays().isEmpty()) {
      return Ruling.refused("register.refused.reminders");
    }
    return Ruling.ALLOWED;
  }

  /**
   * Whether a version may follow the one before: what was in force stays as it was.
   *
   * @param before the version that begins last; null for a new register
   */
  static Ruling mayFollow(@Nullable Register before, Register next, LocalDate today) {
    if (before == null) {
      return Ruling.ALLOWED;
    }
    if (next.validFrom().isBefore(today)) {
      return Ruling.refused("register.refused.version-of-the-past");
    }
    return before.concerns() == next.concerns()
        ? Ruling.ALLOWED
        : Ruling.refused("register.refused.concerns-change");
  }
}
