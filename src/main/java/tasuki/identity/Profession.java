package tasuki.identity;

/** The professions of the field, with the codes of LIFE (科学的介護情報システム) where it has one. */
public enum Profession {
  DOCTOR("010"),
  DENTIST("020"),
  PHARMACIST("030"),
  NURSE("040"),
  PUBLIC_HEALTH_NURSE("060"),
  PHYSIOTHERAPIST("080"),
  OCCUPATIONAL_THERAPIST("090"),
  SPEECH_THERAPIST("100"),
  DENTAL_HYGIENIST("130"),
  CARE_MANAGER("150"),
  SOCIAL_WORKER("160"),
  CARE_WORKER("170"),
  DIETITIAN("190"),
  /** Office work, coordination, administration: no LIFE code. */
  OFFICE_STAFF(""),
  /** The person or the family: no LIFE code. */
  NONE("");

  private final String lifeCode;

  Profession(String lifeCode) {
    this.lifeCode = lifeCode;
  }

  /** The LIFE code; empty where LIFE has none. */
  public String lifeCode() {
    return lifeCode;
  }
}
