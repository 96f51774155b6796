package tasuki.calendar;

/**
 * Gives a deadline more days under a condition. The days are calendar days: whether the office is
 * open on them does not matter.
 *
 * @param when the condition
 * @param days how many more
 */
public record Extension(Condition when, int days) {
  /**
   * Checks the number of days.
   *
   * @throws IllegalArgumentException if it is less than one
   */
  public Extension {
    if (days < 1) {
      throw new IllegalArgumentException("an extension has at least one day, not " + days);
    }
  }
}
