package tasuki.fund.ledger;

/** How far the financing of a programme's year is. */
public enum Stage {
  /** 予定: what is planned, typed in thousand yen. */
  PLANNED,
  /** 決算: what was drawn, typed in yen. */
  SETTLED
}
