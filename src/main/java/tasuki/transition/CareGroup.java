package tasuki.transition;

/** For whom fees and rates differ. */
public enum CareGroup {
  /** 要介護1–5. */
  CARE,
  /** 要支援1–2 and 事業対象者: own lists, and no fee for the information at admission. */
  PREVENTIVE,
  /** Not certified, or not known. */
  OTHER
}
