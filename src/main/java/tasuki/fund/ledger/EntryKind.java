package tasuki.fund.ledger;

/** What comes into the fund, and what leaves it other than by a programme. */
public enum EntryKind {
  /** 造成. */
  STORED,
  /** 運用益. */
  INTEREST,
  /** 国庫返還. */
  RETURNED
}
