package tasuki.equipment;

/** How far a loan has come. */
public enum LoanState {
  BOOKED,
  /** Handed out, not back yet. */
  OUT,
  RETURNED,
  CANCELLED;

  /** Whether the loan may come into that state from this one. */
  boolean mayBecome(LoanState next) {
    return switch (this) {
      case BOOKED -> next == OUT || next == CANCELLED;
      case OUT -> next == RETURNED;
      case RETURNED, CANCELLED -> false;
    };
  }
}
