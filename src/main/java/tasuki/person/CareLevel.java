package tasuki.person;

/** 要介護状態区分, with the codes of LIFE. */
public enum CareLevel {
  /** 事業対象者. */
  PROGRAMME_TARGET("06"),
  /** 要支援1. */
  SUPPORT_1("12"),
  /** 要支援2. */
  SUPPORT_2("13"),
  /** 要介護1. */
  CARE_1("21"),
  /** 要介護2. */
  CARE_2("22"),
  /** 要介護3. */
  CARE_3("23"),
  /** 要介護4. */
  CARE_4("24"),
  /** 要介護5. */
  CARE_5("25");

  private final String lifeCode;

  CareLevel(String lifeCode) {
    this.lifeCode = lifeCode;
  }

  public String lifeCode() {
    return lifeCode;
  }

  /** 要支援1–2 and 事業対象者, for whom prevention plans are made. */
  public boolean prevention() {
    return compareTo(CARE_1) < 0;
  }
}
