package tasuki.fund.planning;

import tasuki.directory.OrganizationKind;

/** Whose opinion a plan must have (総合確保法第4条第4項). */
public enum Stakeholder {
  /** 市町村長. */
  MAYOR,
  /** 医療又は介護を受ける立場にある者. */
  RECIPIENT,
  /** 医療保険者. */
  INSURER,
  /** 医療機関. */
  MEDICAL_INSTITUTION,
  /** 介護サービス事業者. */
  CARE_PROVIDER,
  /** 診療又は調剤に関する学識経験者の団体その他の関係団体. */
  PROFESSIONAL_BODY,
  /** 学識経験を有する者. */
  SCHOLAR,
  /** その他の関係者. */
  OTHER;

  /** As what an organisation of the kind speaks. */
  public static Stakeholder of(OrganizationKind kind) {
    return switch (kind) {
      case MUNICIPALITY -> MAYOR;
      case HOSPITAL, CLINIC, DENTAL_CLINIC, PHARMACY -> MEDICAL_INSTITUTION;
      case VISITING_NURSE_STATION,
          CARE_MANAGEMENT_OFFICE,
          COMMUNITY_SUPPORT_CENTRE,
          SMALL_MULTIFUNCTION_OFFICE,
          CARE_FACILITY,
          HOME_SERVICE,
          CONSULTATION_SUPPORT_OFFICE ->
          CARE_PROVIDER;
      case MEDICAL_ASSOCIATION, CARE_OPERATOR -> PROFESSIONAL_BODY;
      case HOME_CARE_HUB, PUBLIC_HEALTH_CENTRE, PREFECTURE, PERSON_AND_FAMILY -> OTHER;
    };
  }
}
