package tasuki.matching;

/** For what somebody is chosen. */
public enum Place {
  /** 主: who takes it on. */
  MAIN,
  /** 副: who stands in. */
  SUB
}
