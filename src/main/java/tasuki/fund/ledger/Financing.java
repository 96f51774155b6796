package tasuki.fund.ledger;

import tasuki.calendar.FiscalYear;
import tasuki.fund.Category;

/**
 * What pays for a programme's year out of one pot of the fund, and what is paid beside it, in yen.
 *
 * @param national the state's part of what the fund pays
 * @param prefecture the prefecture's part of it
 * @param operators what whoever carries it out pays
 * @param other what comes from elsewhere
 */
public record Financing(
    Stage stage,
    FiscalYear vintage,
    Category category,
    long national,
    long prefecture,
    long operators,
    long other) {

  /** Lists print thousand yen: what is less than one is rounding. */
  private static final long ROUNDING = 1_000;

  /** With the fund's amount split as its category is shared between state and prefecture. */
  public static Financing shared(
      Stage stage, FiscalYear vintage, Category category, long fund, long operators, long other) {
    long national = category.nationalOf(fund);
    return new Financing(stage, vintage, category, national, fund - national, operators, other);
  }

  /** With this part of the fund's amount paid by the state. */
  Financing withNational(long yen) {
    return new Financing(stage, vintage, category, yen, fund() - yen, operators, other);
  }

  /** What the fund pays. */
  public long fund() {
    return national + prefecture;
  }

  /** What all pay together. */
  public long whole() {
    return fund() + operators + other;
  }

  /** Whether state and prefecture pay otherwise than the category says. */
  public boolean isSplitOtherwise() {
    return Math.abs(national - category.nationalOf(fund())) >= ROUNDING;
  }

  /** Whether it is of the same pot and stage as the other. */
  public boolean isBeside(Financing o) {
    return stage == o.stage
        && vintage.equals(o.vintage)
        && category.code().equals(o.category.code());
  }
}
