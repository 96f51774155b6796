package tasuki.person;

/** Where somebody wants to spend the last stage of life. */
public enum LastPlace {
  HOME,
  HOSPITAL,
  FACILITY,
  UNDECIDED
}
