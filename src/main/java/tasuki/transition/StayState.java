package tasuki.transition;

import java.util.EnumSet;
import java.util.Set;

/** How a stay stands, and to what it may change. */
public enum StayState {
  IN_HOSPITAL,
  /** 外泊. */
  ON_LEAVE,
  /** 自宅などへ退院. */
  HOME,
  /** 施設へ退院. */
  FACILITY,
  /** 転院: the chain goes on. */
  TRANSFERRED,
  /** 死亡. */
  DIED;

  private static final Set<StayState> ENDS = EnumSet.of(HOME, FACILITY, TRANSFERRED, DIED);

  /** The states that may follow. An ended stay stays ended. */
  Set<StayState> next() {
    return switch (this) {
      case IN_HOSPITAL -> EnumSet.of(ON_LEAVE, HOME, FACILITY, TRANSFERRED, DIED);
      case ON_LEAVE -> EnumSet.of(IN_HOSPITAL, HOME, FACILITY, TRANSFERRED, DIED);
      case HOME, FACILITY, TRANSFERRED, DIED -> EnumSet.noneOf(StayState.class);
    };
  }

  boolean canBecome(StayState other) {
    return next().contains(other);
  }

  /** Whether the stay is over. */
  public boolean ended() {
    return ENDS.contains(this);
  }

  /** Whether the person has left hospital for where they live. */
  public boolean livesOutside() {
    return this == HOME || this == FACILITY;
  }
}
