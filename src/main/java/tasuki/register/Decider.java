package tasuki.register;

/** By whose word an organisation or a professional stands in a register. */
public enum Decider {
  /** 厚生局への届出: known from the regional bureau's lists alone. */
  NOTIFICATION,
  /** 国の指定: applied for here or known from the ministry's list. */
  NATIONAL,
  /** 県の指定・認定. */
  PREFECTURE,
  /** 団体の登録: an association or another body keeps it. */
  ASSOCIATION,
  /** 公募・提案型: an open call for a while, with a report of what was done each year. */
  PROPOSAL;

  /** Whether one applies for it here. */
  public boolean takesApplications() {
    return this != NOTIFICATION;
  }

  /** Whether entries may come in as a list. */
  public boolean takesLists() {
    return this == NOTIFICATION || this == NATIONAL;
  }
}
