package tasuki.transition;

/** Where a person goes from a hospital, other than to the next one. */
public enum DischargeTo {
  /** 自宅など. */
  HOME,
  /** 施設. */
  FACILITY,
  /** 死亡. */
  DEATH;

  StayState state() {
    return switch (this) {
      case HOME -> StayState.HOME;
      case FACILITY -> StayState.FACILITY;
      case DEATH -> StayState.DIED;
    };
  }
}
