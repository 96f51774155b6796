package tasuki.transition;

/** What became of a report of an admission. */
public sealed interface AdmissionResult {

  /** A stay began with it. */
  record Opened(StayId stay) implements AdmissionResult {}

  /** The other side had reported the same stay before; it is one stay. */
  record Joined(StayId stay) implements AdmissionResult {}

  /**
   * A stay in the same hospital began on a day farther away: a person has to decide. Nothing was
   * written.
   */
  record Asked(Stay stay) implements AdmissionResult {}
}
