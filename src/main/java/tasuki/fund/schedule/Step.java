package tasuki.fund.schedule;

import java.util.EnumSet;
import java.util.Set;

/** A step of the fund's year, in the order in which they are taken. */
public enum Step {
  /** 提案の受付: proposals are taken; its end stands in the call. */
  PROPOSALS,
  /** 採否の通知. */
  DECISION,
  /** 国への要望. */
  REQUEST,
  /** 内示: the state says what it will give. */
  ALLOCATION,
  /** 都道府県計画の策定. */
  PLAN,
  /** 事後評価, in the year after. */
  EVALUATION;

  /** The steps of which the prefecture says itself by when they are to be done. */
  public static Set<Step> dated() {
    return EnumSet.complementOf(EnumSet.of(PROPOSALS));
  }
}
