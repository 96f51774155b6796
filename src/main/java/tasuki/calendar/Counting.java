package tasuki.calendar;

/** Which days a clock counts. */
public enum Counting {
  /** Every day. */
  CALENDAR,
  /** The business days of the office that has to act; one closed on day 1 begins with its next. */
  BUSINESS
}
