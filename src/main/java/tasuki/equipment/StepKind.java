package tasuki.equipment;

/** What happened to a thing. */
public enum StepKind {
  REGISTERED,
  CHANGED,
  RETIRED,
  BOOKED,
  CANCELLED,
  HANDED_OUT,
  RETURNED,
  DAMAGE_REPORTED,
  BLOCKED,
  UNBLOCKED
}
