package tasuki.indicator;

/**
 * 動向: where a series is going.
 *
 * @param reason the two actuals that were compared, or why none can be
 */
public record Trend(Kind kind, Reason reason) {

  /** Which way. */
  public enum Kind {
    /** 改善. */
    IMPROVING,
    /** 悪化. */
    WORSENING,
    /** 横ばい. */
    LEVEL,
    /** 不明. */
    UNKNOWN
  }
}
