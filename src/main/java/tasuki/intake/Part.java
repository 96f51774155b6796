package tasuki.intake;

/**
 * A part of a list that an import speaks for or touches.
 *
 * @param rows rows of the file that stand in it
 * @param stood entries that stood in it before
 * @param closing those of them that the file lacks
 */
record Part(String scope, int rows, int stood, int closing) {

  /** Whether more would close than may without a person saying so. */
  boolean closesMoreThan(int percent) {
    return closing > 0 && 100L * closing > (long) percent * stood;
  }
}
