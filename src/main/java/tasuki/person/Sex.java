package tasuki.person;

/** The sex as papers of care and insurance state it. */
public enum Sex {
  /** 男性. */
  MALE,
  /** 女性. */
  FEMALE,
  /** 不明. */
  UNKNOWN
}
