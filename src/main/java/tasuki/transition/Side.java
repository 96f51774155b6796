package tasuki.transition;

/** On whose side of a handover somebody stands. */
public enum Side {
  /** 病院: its discharge office. */
  HOSPITAL,
  /** 計画担当: who answers for the plan at home. */
  CARE_MANAGER,
  /** Those who come to the home: doctor, nurse, pharmacist and others. */
  HOME_TEAM,
  /** Who watches an area and sees no person. */
  COORDINATOR;

  /** Who would have to confirm what this side says. */
  Side counterpart() {
    return switch (this) {
      case HOSPITAL -> CARE_MANAGER;
      case CARE_MANAGER, HOME_TEAM, COORDINATOR -> HOSPITAL;
    };
  }
}
