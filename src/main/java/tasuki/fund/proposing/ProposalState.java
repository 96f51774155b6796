package tasuki.fund.proposing;

import java.util.EnumSet;
import java.util.Set;

/** Where a proposal is. */
public enum ProposalState {
  /** It is being written; nobody else sees it. */
  DRAFT,
  /** 事前協議中: the prefecture reads it while it is being written. */
  CONSULTING,
  /** 団体で確認中: the association through which it goes looks at it. */
  WITH_BODY,
  /** 県で受付. */
  RECEIVED,
  /** 差戻し: it is back with the proposer, who may send it again. */
  RETURNED,
  /** 採択. */
  ADOPTED,
  /** 不採択. */
  DECLINED,
  /** 取下げ. */
  WITHDRAWN;

  /** Whether it may go on to that state. */
  public boolean mayBecome(ProposalState next) {
    return next().contains(next);
  }

  /** Whether it is with the proposer, who may change it. */
  public boolean isWritten() {
    return this == DRAFT || this == CONSULTING || this == RETURNED;
  }

  /** Whether nothing more happens to it. */
  public boolean isOver() {
    return next().isEmpty();
  }

  private Set<ProposalState> next() {
    return switch (this) {
      case DRAFT -> EnumSet.of(CONSULTING, WITH_BODY, RECEIVED);
      case CONSULTING -> EnumSet.of(WITH_BODY, RECEIVED, WITHDRAWN);
      case WITH_BODY -> EnumSet.of(RECEIVED, RETURNED, WITHDRAWN);
      case RECEIVED -> EnumSet.of(RETURNED, ADOPTED, DECLINED, WITHDRAWN);
      case RETURNED -> EnumSet.of(WITH_BODY, RECEIVED, WITHDRAWN);
      case ADOPTED, DECLINED, WITHDRAWN -> EnumSet.noneOf(ProposalState.class);
    };
  }
}
