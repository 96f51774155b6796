package tasuki.indicator;

/** Which way an indicator should go. */
public enum Direction {
  /** 高いほどよい. */
  HIGHER,
  /** 低いほどよい: mortality, staff who leave. */
  LOWER;

  /** What a target that is only a number asks for. */
  public Relation plain() {
    return this == HIGHER ? Relation.AT_LEAST : Relation.AT_MOST;
  }
}
