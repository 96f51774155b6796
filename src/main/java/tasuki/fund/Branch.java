package tasuki.fund;

/** The two halves of the fund, whose years run apart. */
public enum Branch {
  /** 医療分. */
  MEDICAL,
  /** 介護分. */
  CARE
}
