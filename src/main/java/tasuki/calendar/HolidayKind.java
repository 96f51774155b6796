package tasuki.calendar;

/** Why a day is a national holiday (国民の祝日に関する法律, below "the law"). */
public enum HolidayKind {
  /** A day the law itself names (Article 2). */
  NAMED,
  /** A day given once by a law of its own, such as a wedding or an enthronement. */
  CEREMONY,
  /** 振替休日: stands in for a named day that fell on a Sunday (Article 3 (2), since 12 April 1973). */
  SUBSTITUTE,
  /** 国民の休日: the day between two named days (Article 3 (3), since 27 December 1985). */
  BETWEEN,
  /** Published by the Cabinet Office, but unknown to the law as this programme knows it. */
  PUBLISHED
}
