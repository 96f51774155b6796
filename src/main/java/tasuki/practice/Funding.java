package tasuki.practice;

/** Where the money of a year comes from. */
public enum Funding {
  /** 地域医療介護総合確保基金. */
  FUND,
  PREFECTURE,
  NATIONAL,
  MIXED,
  /** 一般財源. */
  GENERAL
}
