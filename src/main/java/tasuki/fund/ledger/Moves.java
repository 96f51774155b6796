package tasuki.fund.ledger;

import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Branch;
import tasuki.fund.Category;

/** Which moves of the fund's money are looked for; null leaves it open. */
public record Moves(
    Branch branch,
    @Nullable Category category,
    @Nullable FiscalYear vintage,
    @Nullable FiscalYear fiscalYear) {

  /** Everything of a branch. */
  public static Moves of(Branch branch) {
    return new Moves(branch, null, null, null);
  }
}
