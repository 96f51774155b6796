package tasuki.register;

/** How an entry stands. */
public enum EntryState {
  VALID,
  /** Its last day has passed. */
  EXPIRED,
  /** 辞退: the holder gave it up. */
  WITHDRAWN,
  /** 取消し: who decides took it away, or a list no longer has it. */
  CANCELLED;

  /** Whether it can become so; what was given up or taken away does not come back. */
  public boolean canBecome(EntryState other) {
    return switch (this) {
      case VALID -> other != VALID;
      // The renewal was applied for in time, and decided after the end.
      case EXPIRED -> other == VALID;
      case WITHDRAWN, CANCELLED -> false;
    };
  }
}
