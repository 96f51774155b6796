package tasuki.fund.planning;

import java.util.EnumSet;
import java.util.Set;

/** Where a plan is. */
public enum PlanState {
  /** It is being written. */
  DRAFT,
  /** 意見聴取中: stakeholders read it and say what they think. */
  ASKING,
  /** 策定済み. */
  DECIDED;

  /** Whether it may become that; a decided one goes back to the desk to be changed (計画変更). */
  public boolean mayBecome(PlanState next) {
    return next().contains(next);
  }

  private Set<PlanState> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(ASKING);
      case ASKING -> EnumSet.of(DRAFT, DECIDED);
      case DECIDED -> EnumSet.of(DRAFT);
    };
  }
}
