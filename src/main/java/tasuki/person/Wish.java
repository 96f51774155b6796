package tasuki.person;

/** What somebody wants of a treatment. */
public enum Wish {
  WANTED,
  NOT_WANTED,
  /** そのときに相談したい. */
  ASK_THEN,
  UNDECIDED
}
