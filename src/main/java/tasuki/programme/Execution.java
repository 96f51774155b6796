package tasuki.programme;

/** How a programme is carried out. */
public enum Execution {
  /** 直営. */
  DIRECT,
  /** 委託. */
  COMMISSION,
  /** 補助・助成. */
  SUBSIDY,
  OTHER
}
