package tasuki.equipment;

/** How a thing was found when it changed hands. */
public enum Condition {
  GOOD,
  /** Something of its accessories is missing. */
  INCOMPLETE,
  DAMAGED
}
