package tasuki.directory;

import java.util.EnumSet;
import java.util.Set;

/** What an organisation is. */
public enum OrganizationKind {
  /** 病院. */
  HOSPITAL,
  /** 診療所. */
  CLINIC,
  /** 歯科診療所. */
  DENTAL_CLINIC,
  /** 薬局. */
  PHARMACY,
  /** 訪問看護ステーション. */
  VISITING_NURSE_STATION,
  /** 居宅介護支援事業所. */
  CARE_MANAGEMENT_OFFICE,
  /** 地域包括支援センター. */
  COMMUNITY_SUPPORT_CENTRE,
  /** 小規模多機能型居宅介護. */
  SMALL_MULTIFUNCTION_OFFICE,
  /** 介護施設. */
  CARE_FACILITY,
  /** 訪問介護・通所などの居宅サービス. */
  HOME_SERVICE,
  /** 相談支援事業所. */
  CONSULTATION_SUPPORT_OFFICE,
  /** 在宅医療に必要な連携を担う拠点. */
  HOME_CARE_HUB,
  /** 郡市医師会. */
  MEDICAL_ASSOCIATION,
  /** 保健所. */
  PUBLIC_HEALTH_CENTRE,
  /** 市町村. */
  MUNICIPALITY,
  /** 都道府県. */
  PREFECTURE,
  /** 運営主体: who runs the care half. */
  CARE_OPERATOR,
  /** ご本人・ご家族: the one organisation to which every portal account belongs. */
  PERSON_AND_FAMILY;

  private static final Set<OrganizationKind> PLAN_OWNERS =
      EnumSet.of(
          CARE_MANAGEMENT_OFFICE,
          COMMUNITY_SUPPORT_CENTRE,
          SMALL_MULTIFUNCTION_OFFICE,
          CARE_FACILITY,
          CONSULTATION_SUPPORT_OFFICE);

  private static final Set<OrganizationKind> WITHOUT_PERSONS =
      EnumSet.of(
          MEDICAL_ASSOCIATION, PUBLIC_HEALTH_CENTRE, MUNICIPALITY, PREFECTURE, CARE_OPERATOR);

  /** Whether its staff may answer for a person's plan (計画担当). */
  public boolean ownsPlans() {
    return PLAN_OWNERS.contains(this);
  }

  /** Whether it gives care, so that its staff may be let in to persons' data at all. */
  public boolean cares() {
    return !WITHOUT_PERSONS.contains(this);
  }

  /** Whether its staff say 患者; others say 利用者, the portal ご本人. */
  public boolean saysPatient() {
    return switch (this) {
      case HOSPITAL, CLINIC, DENTAL_CLINIC, PHARMACY, VISITING_NURSE_STATION -> true;
      case CARE_MANAGEMENT_OFFICE,
          COMMUNITY_SUPPORT_CENTRE,
          SMALL_MULTIFUNCTION_OFFICE,
          CARE_FACILITY,
          HOME_SERVICE,
          CONSULTATION_SUPPORT_OFFICE,
          HOME_CARE_HUB,
          MEDICAL_ASSOCIATION,
          PUBLIC_HEALTH_CENTRE,
          MUNICIPALITY,
          PREFECTURE,
          CARE_OPERATOR,
          PERSON_AND_FAMILY ->
          false;
    };
  }
}
