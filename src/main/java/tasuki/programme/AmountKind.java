package tasuki.programme;

import java.util.EnumSet;
import java.util.Set;

/** What an amount of a programme's year is. Amounts are in yen. */
public enum AmountKind {
  /** 当初予算. */
  PLANNED,
  /** 補正予算; may be less than nothing. */
  SUPPLEMENTARY,
  /** 前年度からの繰越. */
  CARRIED_IN,
  /** 翌年度への繰越. */
  CARRIED_OUT,
  /** 流用: to it, or from it if less than nothing. */
  TRANSFERRED,
  /** 支出負担行為 of a month. */
  COMMITTED,
  /** 支出済 of a month; the settled amount is their sum. */
  SETTLED;

  /** What becomes known month by month. */
  public static final Set<AmountKind> MONTHLY = EnumSet.of(COMMITTED, SETTLED);

  /** What together is the budget of the year (予算現額). */
  public static final Set<AmountKind> BUDGET = EnumSet.complementOf(EnumSet.of(COMMITTED, SETTLED));

  /** Whether it can be less than nothing. */
  public boolean maySink() {
    return this == SUPPLEMENTARY || this == TRANSFERRED;
  }
}
