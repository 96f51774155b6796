package tasuki.person;

/** What kind of insurance pays. */
public enum InsuranceKind {
  /** 介護保険. */
  LONG_TERM_CARE,
  /** 医療保険. */
  MEDICAL,
  /** 後期高齢者医療. */
  LATE_ELDERLY,
  /** 生活保護. */
  PUBLIC_ASSISTANCE
}
