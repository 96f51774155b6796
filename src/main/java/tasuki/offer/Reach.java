package tasuki.offer;

/** How one is reached outside the hours of the day. */
public enum Reach {
  /** Somebody comes at any hour (24時間). */
  ALWAYS,
  /** Somebody answers the telephone and comes if needed (オンコール). */
  ON_CALL,
  /** Nobody. */
  NONE;

  /** Whether anybody can be reached at all. */
  public boolean reached() {
    return this != NONE;
  }
}
