package tasuki.person;

import tasuki.directory.OrganizationKind;

/** What a member of the care team is there for. */
public enum TeamRole {
  /** 主治医. */
  ATTENDING_DOCTOR,
  /** 副主治医・連携医. */
  SUB_DOCTOR,
  /** 病院(地域連携室など). */
  HOSPITAL,
  /** 訪問歯科. */
  DENTIST,
  /** 薬局. */
  PHARMACY,
  /** 訪問看護. */
  VISITING_NURSE,
  /** 訪問リハビリなど. */
  THERAPIST,
  /** ケアマネジャー. */
  CARE_MANAGER,
  /** 地域包括支援センター. */
  SUPPORT_CENTRE,
  /** 介護サービス. */
  CARE_SERVICE,
  /** 施設. */
  FACILITY,
  /** 相談支援専門員. */
  CONSULTATION_SUPPORT,
  /** 拠点のコーディネーター. */
  COORDINATOR,
  /** ご本人・ご家族. */
  FAMILY;

  /** What an organisation of the kind is usually there for. */
  public static TeamRole usualOf(OrganizationKind kind) {
    return switch (kind) {
      case HOSPITAL -> HOSPITAL;
      case CLINIC -> ATTENDING_DOCTOR;
      case DENTAL_CLINIC -> DENTIST;
      case PHARMACY -> PHARMACY;
      case VISITING_NURSE_STATION -> VISITING_NURSE;
      case CARE_MANAGEMENT_OFFICE -> CARE_MANAGER;
      case COMMUNITY_SUPPORT_CENTRE -> SUPPORT_CENTRE;
      case SMALL_MULTIFUNCTION_OFFICE, HOME_SERVICE -> CARE_SERVICE;
      case CARE_FACILITY -> FACILITY;
      case CONSULTATION_SUPPORT_OFFICE -> CONSULTATION_SUPPORT;
      case PERSON_AND_FAMILY -> FAMILY;
      case HOME_CARE_HUB,
          MEDICAL_ASSOCIATION,
          PUBLIC_HEALTH_CENTRE,
          MUNICIPALITY,
          PREFECTURE,
          CARE_OPERATOR ->
          COORDINATOR;
    };
  }
}
