package tasuki.matching;

/** Whether a second one is chosen beside the first, as a sub doctor beside the main doctor. */
public enum Second {
  NONE,
  WISHED,
  REQUIRED
}
