package tasuki.transition;

/** Why a person was admitted, as far as it decides whether the stay counts in a rate. */
public enum AdmissionReason {
  /** 急な病気・けが. */
  ACUTE,
  /** 予定していた治療・手術. */
  PLANNED,
  /** 検査. */
  TEST,
  /** レスパイト. */
  RESPITE,
  /** 救急外来・救急病棟のみ. */
  EMERGENCY_ONLY,
  OTHER
}
