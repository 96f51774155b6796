package tasuki.identity;

import java.util.EnumSet;
import java.util.Set;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;

/** Which duties an organisation can give its staff, by what it is. */
final class DutyRules {

  private static final Set<OrganizationKind> COORDINATE =
      EnumSet.of(
          OrganizationKind.HOME_CARE_HUB,
          OrganizationKind.MEDICAL_ASSOCIATION,
          OrganizationKind.PUBLIC_HEALTH_CENTRE,
          OrganizationKind.MUNICIPALITY,
          OrganizationKind.PREFECTURE,
          OrganizationKind.CARE_OPERATOR);

  private DutyRules() {}

  /** The duties on offer; none where portal accounts belong, which are made another way. */
  static Set<Duty> offered(OrganizationKind kind) {
    Set<Duty> offered = EnumSet.noneOf(Duty.class);
    if (kind == OrganizationKind.PERSON_AND_FAMILY) {
      return offered;
    }
    if (kind.cares()) {
      offered.add(Duty.CARE);
    }
    if (COORDINATE.contains(kind)) {
      offered.add(Duty.COORDINATOR);
      offered.add(Duty.OFFICER);
    }
    offered.add(Duty.ADMINISTRATOR);
    offered.add(Duty.AUDITOR);
    return offered;
  }

  /** Whether an organisation of this kind may give these duties, at least one. */
  static Ruling mayGive(OrganizationKind kind, Set<Duty> wanted) {
    if (wanted.isEmpty()) {
      return Ruling.refused("identity.refused.no-duty");
    }
    return offered(kind).containsAll(wanted)
        ? Ruling.ALLOWED
        : Ruling.refused("identity.refused.duty-not-offered");
  }
}
