package tasuki.person;

import java.util.Optional;
import tasuki.directory.OrganizationKind;

/** Who answers for the plan (計画担当). */
public enum PlanOwnerKind {
  /** 居宅介護支援事業所. */
  CARE_MANAGEMENT_OFFICE(OrganizationKind.CARE_MANAGEMENT_OFFICE),
  /** 地域包括支援センター. */
  SUPPORT_CENTRE(OrganizationKind.COMMUNITY_SUPPORT_CENTRE),
  /** 包括から委託された居宅. */
  ENTRUSTED_OFFICE(OrganizationKind.CARE_MANAGEMENT_OFFICE),
  /** 介護予防支援の指定を受けた居宅: only since April 2024 (介護保険法第58条, 令和5年法律第31号). */
  DESIGNATED_OFFICE(OrganizationKind.CARE_MANAGEMENT_OFFICE),
  /** 小規模多機能のケアマネジャー. */
  SMALL_MULTIFUNCTION(OrganizationKind.SMALL_MULTIFUNCTION_OFFICE),
  /** 施設のケアマネジャー. */
  FACILITY(OrganizationKind.CARE_FACILITY),
  /** 相談支援専門員(障害・医療的ケア児). */
  CONSULTATION_SUPPORT(OrganizationKind.CONSULTATION_SUPPORT_OFFICE),
  /** 未定. */
  UNDECIDED(null);

  private final @org.jspecify.annotations.Nullable OrganizationKind organization;

  PlanOwnerKind(@org.jspecify.annotations.Nullable OrganizationKind organization) {
    this.organization = organization;
  }

  /** What kind of organisation it is; empty where nobody answers yet. */
  public Optional<OrganizationKind> organization() {
    return Optional.ofNullable(organization);
  }
}
