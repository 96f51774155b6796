package tasuki.matching;

/** How a request is offered. */
public enum Way {
  /** To everybody who fits at once. */
  ALL,
  /** To those whom the handler picks, at once. */
  SHORTLIST,
  /** To one after the other, each with a time to answer. */
  SEQUENCE
}
