package tasuki.calendar;

/** The time of day at which a deadline's last day ends. */
public enum TimeLimit {
  /** 24:00. */
  END_OF_DAY,
  /** The office's closing time; 24:00 if the office is closed that day, so no day is cut short. */
  CLOSING_TIME
}
