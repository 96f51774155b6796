package tasuki.person;

/**
 * Which of the organisation's persons are wanted.
 *
 * @param text beginning of the name or of its kana; empty for all
 */
public record PersonFilter(String text, Which which) {

  /** Which persons. */
  public enum Which {
    /** Those who live and are seen in full. */
    PRESENT,
    /** Those whose plan the organisation answers for this month. */
    OWN_PLAN,
    /** Those of whom only the own records are left. */
    FORMER,
    /** Those who died. */
    DIED
  }

  public static final PersonFilter PRESENT = new PersonFilter("", Which.PRESENT);
}
