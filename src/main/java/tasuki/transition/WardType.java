package tasuki.transition;

/** The type of a ward, by which the clocks of a hospital's fee differ. */
public enum WardType {
  /** 一般病棟など. */
  GENERAL,
  /** 療養病棟など. */
  LONG_TERM
}
