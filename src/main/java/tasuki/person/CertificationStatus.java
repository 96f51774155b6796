package tasuki.person;

/** How far the certification of care need (要介護認定) has come. */
public enum CertificationStatus {
  /** 認定済. */
  CERTIFIED,
  /** 申請中. */
  APPLIED,
  /** 区分変更中: certified, and another level was applied for. */
  CHANGE_APPLIED,
  /** 未申請. */
  NOT_APPLIED;

  /** Whether a level holds in this state. */
  public boolean hasLevel() {
    return this == CERTIFIED || this == CHANGE_APPLIED;
  }

  /** Whether an application runs. */
  public boolean applied() {
    return this == APPLIED || this == CHANGE_APPLIED;
  }
}
