package tasuki.calendar;

import java.util.List;

/** When a deadline is extended, as data. */
public sealed interface Condition {
  /** The event came after the office's closing time, on one of its business days. */
  record EventAfterClosing() implements Condition {}

  /** The event came on a day on which the office is closed. */
  record EventOnDayOff() implements Condition {}

  /**
   * A counted day is one on which the office is closed.
   *
   * @param number the day's number by the rule's own count
   */
  record DayIsOff(int number) implements Condition {}

  /** At least one holds. */
  record AnyOf(List<Condition> conditions) implements Condition {
    /** Makes its own copy. */
    public AnyOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** Every one holds. */
  record AllOf(List<Condition> conditions) implements Condition {
    /** Makes its own copy. */
    public AllOf {
      conditions = List.copyOf(conditions);
    }
  }
}
