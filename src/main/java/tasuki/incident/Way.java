package tasuki.incident;

/** By which way something went wrong. */
public enum Way {
  /** Sent inside Tasuki to the wrong organisation. */
  INSIDE,
  /** On paper or by fax, which nobody can call back. */
  PAPER,
  /** Written inside Tasuki where others than those meant read it. */
  WRITTEN
}
