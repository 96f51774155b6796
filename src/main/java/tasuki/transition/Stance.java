package tasuki.transition;

/** What a row of the log says of another row. */
public enum Stance {
  /** The other side says so too. */
  CONFIRMS,
  /** The other side says it was not so; both stay visible. */
  DENIES,
  /** The side that wrote it takes it back. */
  WITHDRAWS
}
