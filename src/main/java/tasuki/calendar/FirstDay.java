package tasuki.calendar;

/**
 * Which day counts as day 1 (起算日). Fee tables differ from the Civil Code here, so each rule says
 * it.
 */
public enum FirstDay {
  /** The day of the event itself: the admission day is day 1. */
  EVENT_DAY,
  /** The day after the event (初日不算入, 民法第140条). */
  NEXT_DAY
}
