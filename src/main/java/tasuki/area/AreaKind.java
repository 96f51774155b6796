package tasuki.area;

/** The kinds of area a prefecture works with. Each kind is a list of its own, with own vintages. */
public enum AreaKind {
  /** 二次医療圏. */
  SECONDARY_MEDICAL_AREA,
  /** 構想区域. */
  REGIONAL_VISION_AREA,
  /** 在宅医療圏. */
  HOME_CARE_AREA,
  /** 老人福祉圏域. */
  ELDERLY_WELFARE_AREA,
  /** 医療介護総合確保区域. */
  COMPREHENSIVE_CARE_AREA,
  /** 保健所管内. */
  PUBLIC_HEALTH_CENTRE_DISTRICT,
  /** 郡市医師会. */
  MEDICAL_ASSOCIATION_DISTRICT,
  /** 日常生活圏域. */
  LIVING_AREA,
  /** 入退院支援ルールの区域: an area that agreed on one transition rule. */
  TRANSITION_RULE_AREA,
  /** 市町村. */
  MUNICIPALITY;

  /** Whether a base unit may stand in several areas of the kind: two associations share a city. */
  public boolean mayOverlap() {
    return this == MEDICAL_ASSOCIATION_DISTRICT;
  }
}
