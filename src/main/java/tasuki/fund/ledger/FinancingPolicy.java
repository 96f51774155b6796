package tasuki.fund.ledger;

import java.util.List;
import tasuki.calendar.FiscalYear;
import tasuki.kernel.Ruling;

/** What may pay for a programme's year. */
final class FinancingPolicy {

  /** The state would pay more than the fund does. */
  static final Ruling NATIONAL = Ruling.refused("fund.financing.refused.national");

  /** The pot stands there already. */
  static final Ruling TWICE = Ruling.refused("fund.financing.refused.twice");

  private FinancingPolicy() {}

  /** Whether a row can stand by itself. */
  static Ruling check(Financing row, FiscalYear year) {
    if (row.national() < 0 || row.prefecture() < 0) {
      return NATIONAL;
    }
    if (row.operators() < 0 || row.other() < 0) {
      return Ruling.refused("programme.refused.negative");
    }
    if (row.vintage().compareTo(year) > 0) {
      return Ruling.refused("fund.financing.refused.not-yet");
    }
    if (row.vintage().compareTo(row.category().firstVintage()) < 0) {
      return Ruling.refused("fund.ledger.refused.no-category-yet");
    }
    return Ruling.ALLOWED;
  }

  /** Whether a row can stand beside those before it: each pot once, all of one branch. */
  static Ruling beside(Financing row, List<Financing> before) {
    if (before.stream().anyMatch(row::isBeside)) {
      return TWICE;
    }
    if (before.stream().anyMatch(one -> one.category().branch() != row.category().branch())) {
      return Ruling.refused("fund.financing.refused.branch");
    }
    return Ruling.ALLOWED;
  }
}
