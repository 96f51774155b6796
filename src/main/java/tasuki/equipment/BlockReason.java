package tasuki.equipment;

/** Why a thing is not lent for a while. */
public enum BlockReason {
  REPAIR,
  INSPECTION,
  OWN_USE,
  OTHER
}
