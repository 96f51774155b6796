package tasuki.programme;

/** How a programme of a year stands to the year before. */
public enum Standing {
  /** 新規. */
  NEW,
  /** 継続. */
  CONTINUED,
  /** 拡充. */
  EXTENDED,
  /** 終了: this is its last year. */
  ENDED
}
