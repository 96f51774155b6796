package tasuki.fund.ledger;

import tasuki.calendar.FiscalYear;

/**
 * What a branch of the fund had, got and gave in one fiscal year, in yen.
 *
 * @param opening what was left of the years before
 */
public record YearMoves(
    FiscalYear year, long opening, long stored, long interest, long drawn, long returned) {

  /** What is left at its end. */
  public long closing() {
    return opening + stored + interest - drawn - returned;
  }
}
