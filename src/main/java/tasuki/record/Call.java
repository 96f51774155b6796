package tasuki.record;

/** A telephone call in two words: whom, and what became of it. */
public record Call(Called called, Outcome outcome) {

  /** Who was called. */
  public enum Called {
    FAMILY("person"),
    PERSON("person"),
    DOCTOR("doctor"),
    NURSE("nurse"),
    CARE_MANAGER("manager"),
    PHARMACY("pharmacist"),
    HOSPITAL("hospital"),
    CARE_SERVICE("helper"),
    DENTIST("dentist"),
    SUPPORT_CENTRE("office"),
    FACILITY("bed"),
    EMERGENCY_SERVICE("emergency");

    private final String icon;

    Called(String icon) {
      this.icon = icon;
    }

    /** Name of a picture in {@code img/icons.svg}. */
    public String icon() {
      return icon;
    }
  }

  /** What became of the call. */
  public enum Outcome {
    /** つながった. */
    REACHED,
    /** 留守. */
    ABSENT,
    /** 折り返し待ち. */
    CALLS_BACK
  }
}
