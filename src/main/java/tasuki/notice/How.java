package tasuki.notice;

/** When mail about a notice is sent; the list in the application always has it. */
public enum How {
  /** Within a minute. */
  NOW,
  /** With everything else that waits, at seven in the morning. */
  DIGEST,
  /** No mail. */
  NEVER
}
