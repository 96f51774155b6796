package tasuki.fund.ledger;

import java.util.function.ToLongFunction;

/** Who pays, in the record of changes. */
public enum FinancingPart {
  NATIONAL(Financing::national),
  PREFECTURE(Financing::prefecture),
  OPERATORS(Financing::operators),
  OTHER(Financing::other);

  private final ToLongFunction<Financing> yen;

  FinancingPart(ToLongFunction<Financing> yen) {
    this.yen = yen;
  }

  long of(Financing financing) {
    return yen.applyAsLong(financing);
  }
}
