package tasuki.person;

/** How much of a person an access opens. */
public enum AccessScope {
  /** Everything that duties allow. */
  FULL,
  /** Who it is, and what the organisation itself wrote, sent or received. */
  OWN,
  /** One form. */
  FORM
}
