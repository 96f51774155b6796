package tasuki.fund.ledger;

import tasuki.calendar.FiscalYear;
import tasuki.fund.Category;

/**
 * The fund's money of one vintage and category, in yen.
 *
 * @param national the state's part of what was stored
 * @param planned what programmes plan to draw that have not settled yet
 */
public record Pot(
    FiscalYear vintage,
    Category category,
    long stored,
    long national,
    long interest,
    long drawn,
    long returned,
    long planned) {

  /** How many fiscal years after its vintage money is asked about. */
  private static final int YOUNG = 3;

  /** The prefecture's part of what was stored. */
  public long prefecture() {
    return stored - national;
  }

  /** What is left (残額). */
  public long left() {
    return stored + interest - drawn - returned;
  }

  /** By how much more is planned than is left; nothing where it is enough. */
  public long missing() {
    return Math.max(0, planned - left());
  }

  /** Whether something is left of a vintage that should be spent by now. */
  public boolean isOld(FiscalYear now) {
    return left() > 0 && vintage.year() + YOUNG < now.year();
  }

  /** Both together, under the name of this one. */
  Pot plus(Pot other) {
    return new Pot(
        vintage,
        category,
        stored + other.stored,
        national + other.national,
        interest + other.interest,
        drawn + other.drawn,
        returned + other.returned,
        planned + other.planned);
  }
}
