package tasuki.practice;

/** How far a case is known. */
public enum PracticeState {
  /** Only to the organisation that writes it. */
  DRAFT,
  /** To everybody. */
  PUBLISHED,
  /** Taken back: only to the organisation that wrote it. */
  WITHDRAWN;

  /** Whether it can become the other. */
  boolean canBecome(PracticeState next) {
    return switch (this) {
      case DRAFT, WITHDRAWN -> next == PUBLISHED;
      case PUBLISHED -> next == WITHDRAWN;
    };
  }
}
