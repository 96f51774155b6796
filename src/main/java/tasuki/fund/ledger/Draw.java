package tasuki.fund.ledger;

import tasuki.calendar.FiscalYear;
import tasuki.programme.YearId;

/** What a programme's year draws of a pot, or plans to, in yen. */
public record Draw(
    YearId programme,
    String name,
    String list,
    FiscalYear fiscalYear,
    FiscalYear vintage,
    String category,
    Stage stage,
    long national,
    long prefecture) {

  /** Of the fund together. */
  public long fund() {
    return national + prefecture;
  }
}
