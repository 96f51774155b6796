package tasuki.fund.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import tasuki.fund.Category;

/**
 * What is asked of the state for a year by category (要望額), as it is printed: with the number of
 * programmes and the part of the whole.
 *
 * @param lines one for each category of the branch, in the order of printing
 */
public record RequestTable(List<Line> lines) {

  private static final int DIGITS = 3;

  /**
   * A category of it, in yen.
   *
   * @param programmes how many ask for money of the year
   * @param cost what these cost together, whoever pays (総事業費)
   */
  public record Line(Category category, int programmes, long national, long prefecture, long cost) {

    /** What is asked for: state and prefecture together. */
    public long fund() {
      return national + prefecture;
    }
  }

  /** What is asked for together. */
  public long fund() {
    return lines.stream().mapToLong(Line::fund).sum();
  }

  /** The state's part together. */
  public long national() {
    return lines.stream().mapToLong(Line::national).sum();
  }

  /** The prefecture's part together. */
  public long prefecture() {
    return lines.stream().mapToLong(Line::prefecture).sum();
  }

  /** What all programmes cost together. */
  public long cost() {
    return lines.stream().mapToLong(Line::cost).sum();
  }

  /** How many programmes; one that asks in two categories counts in both. */
  public int programmes() {
    return lines.stream().mapToInt(Line::programmes).sum();
  }

  /** Its part of the whole, from 0 to 1; empty where nothing is asked for. */
  public Optional<BigDecimal> share(long yen) {
    long whole = fund();
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(yen)
                .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP));
  }

  /** The line of a category. */
  public Optional<Line> of(Category category) {
    return lines.stream().filter(one -> one.category().code().equals(category.code())).findFirst();
  }
}
