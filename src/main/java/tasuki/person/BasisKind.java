package tasuki.person;

/** The grounds on which the law or the person lets others know. */
public enum BasisKind {
  /** 書面同意. */
  WRITTEN_CONSENT,
  /** 口頭同意(記録). */
  ORAL_CONSENT,
  /** 契約時の包括同意. */
  CONTRACT,
  /** 院内掲示による黙示の同意. */
  HOSPITAL_NOTICE,
  /** 生命・身体の保護. */
  PROTECTION_OF_LIFE,
  /** 委託. */
  COMMISSION;

  /** Whether somebody agreed; the others hold without anybody's word. */
  public boolean consent() {
    return this == WRITTEN_CONSENT || this == ORAL_CONSENT || this == CONTRACT;
  }
}
