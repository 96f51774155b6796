package tasuki.directory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which organisations can be chosen for what. */
public enum Choosable {
  /** Where somebody is admitted. */
  HOSPITAL(kind -> kind == OrganizationKind.HOSPITAL),
  /** Whom one lets in to a person's data. */
  CARING(kind -> kind.cares() && kind != OrganizationKind.PERSON_AND_FAMILY),
  /** Who answers for a plan (計画担当). */
  PLAN_OWNER(OrganizationKind::ownsPlans),
  /** Who stands in a register. */
  REGISTERED(kind -> kind != OrganizationKind.PERSON_AND_FAMILY),
  /** Who entrusts an office with a plan (委託元). */
  SUPPORT_CENTRE(kind -> kind == OrganizationKind.COMMUNITY_SUPPORT_CENTRE);

  private final Set<OrganizationKind> kinds;

  Choosable(Predicate<OrganizationKind> wanted) {
    this.kinds =
        Arrays.stream(OrganizationKind.values())
            .filter(wanted)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(OrganizationKind.class)));
  }

  Set<OrganizationKind> kinds() {
    return kinds;
  }
}
