package tasuki.indicator;

import java.math.BigDecimal;

/** What a target asks for. Not always a number: 「全国平均値以上」 asks for what others reach. */
public sealed interface Aim {

  /** A number to be reached, or not to be passed. */
  record Bound(Relation relation, BigDecimal value) implements Aim {}

  /** Two numbers between which the value should lie; both belong to it. */
  record Range(BigDecimal low, BigDecimal high) implements Aim {
    public Range {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException(low + " lies above " + high);
      }
    }
  }

  /**
   * The value of a comparator of the same period.
   *
   * @param comparator its name, such as 全国平均
   */
  record Compared(Relation relation, String comparator) implements Aim {}
}
