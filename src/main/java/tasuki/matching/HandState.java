package tasuki.matching;

/** How one of those asked stands to a request. */
public enum HandState {
  /** Its turn has not come. */
  QUEUED,
  /** Asked; no answer yet. */
  OFFERED,
  /** 対応できます. */
  RAISED,
  /** 対応不可, with the reason. */
  DECLINED,
  /** The time to answer ran out; an answer still counts while nobody is chosen. */
  LAPSED,
  CHOSEN,
  /** Another one was chosen. */
  PASSED,
  /** The request ended before anybody was chosen. */
  CALLED_OFF;

  /** Whether an answer may be given or changed. */
  public boolean answerable() {
    return this == OFFERED || this == RAISED || this == DECLINED || this == LAPSED;
  }
}
