package tasuki.intake;

import java.util.Set;

/** How far a file has come. */
enum ImportState {
  /** It is being read and compared. */
  READING,
  /** Nothing of it can be used. */
  UNREADABLE,
  /** Compared: its difference can be looked at, and applied or thrown away. */
  CHECKED,
  /** The list says what it says. */
  APPLIED,
  /** It was applied, and taken back as a whole. */
  UNDONE,
  /** It was never applied and will not be. */
  DISCARDED;

  boolean canBecome(ImportState next) {
    return switch (this) {
      case READING -> Set.of(UNREADABLE, CHECKED, DISCARDED).contains(next);
      case CHECKED -> Set.of(APPLIED, DISCARDED).contains(next);
      case APPLIED -> next == UNDONE;
      case UNREADABLE, UNDONE, DISCARDED -> false;
    };
  }
}
