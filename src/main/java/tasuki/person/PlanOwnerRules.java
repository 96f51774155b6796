package tasuki.person;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;

/** Which organisation can answer for a plan in which way, and since when. */
final class PlanOwnerRules {

  /** 介護予防支援 by designated care management offices: 令和5年法律第31号, in force 1 April 2024. */
  private static final YearMonth FIRST_DESIGNATIONS = YearMonth.of(2024, 4);

  private PlanOwnerRules() {}

  static Ruling fits(
      NewPlanOwner entry,
      @Nullable OrganizationKind organization,
      @Nullable OrganizationKind entrusting) {
    OrganizationKind wanted = entry.kind().organization().orElse(null);
    if (wanted != null && organization == null) {
      return Ruling.refused("person.refused.plan-organization");
    }
    if (wanted != organization) {
      return Ruling.refused("person.refused.plan-kind");
    }
    if (entry.kind() == PlanOwnerKind.DESIGNATED_OFFICE
        && entry.from().isBefore(FIRST_DESIGNATIONS)) {
      return Ruling.refused("person.refused.plan-designated");
    }
    boolean entrusted = entry.kind() == PlanOwnerKind.ENTRUSTED_OFFICE;
    if (entrusted && entrusting != OrganizationKind.COMMUNITY_SUPPORT_CENTRE) {
      return Ruling.refused("person.refused.plan-entrusting");
    }
    return !entrusted && entrusting != null
        ? Ruling.refused("person.refused.plan-not-entrusted")
        : Ruling.ALLOWED;
  }
}
