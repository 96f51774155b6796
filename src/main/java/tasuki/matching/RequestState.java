package tasuki.matching;

import java.util.EnumSet;
import java.util.Set;

/** How far a request has come. */
public enum RequestState {
  /** The handler has not offered it yet. */
  WAITING,
  /** Offered; hands may be raised. */
  OPEN,
  /** Somebody is chosen; the name is still closed. */
  MATCHED,
  /** Name and record are open to the chosen. */
  HANDED_OVER,
  /** Given up, with the reason. */
  UNFILLED,
  /** The asker does not need it any more. */
  WITHDRAWN;

  /** Whether it may become the other. */
  public boolean mayBecome(RequestState next) {
    return next().contains(next);
  }

  private Set<RequestState> next() {
    return switch (this) {
      case WAITING -> EnumSet.of(OPEN, UNFILLED, WITHDRAWN);
      case OPEN -> EnumSet.of(OPEN, MATCHED, UNFILLED, WITHDRAWN);
      case MATCHED -> EnumSet.of(OPEN, HANDED_OVER, WITHDRAWN);
      case HANDED_OVER, UNFILLED, WITHDRAWN -> EnumSet.noneOf(RequestState.class);
    };
  }

  /** Whether nothing happens to it any more. */
  public boolean ended() {
    return next().isEmpty();
  }
}
