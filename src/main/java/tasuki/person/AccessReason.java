package tasuki.person;

/** What caused an access. */
public enum AccessReason {
  /** The organisation registered the person. */
  REGISTERED,
  /** It joined the care team. */
  TEAM,
  /** 緊急閲覧. */
  EMERGENCY,
  /** It saw somebody who turned out to be the same person. */
  MERGED,
  /** It left, and keeps its own records. */
  OWN_RECORDS,
  /** It received a form. */
  FORM,
  /** It does a short errand for another, such as a night visit. */
  COMMISSION
}
