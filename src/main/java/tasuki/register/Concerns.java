package tasuki.register;

/** Who stands in a register. */
public enum Concerns {
  ORGANIZATION,
  /** Somebody of a profession, at the organisation where that one works. */
  PROFESSIONAL,
  /** A patient with a hospital: seen only by those who may see the patient. */
  PERSON
}
