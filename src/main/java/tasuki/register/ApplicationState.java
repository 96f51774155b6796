package tasuki.register;

/** How far an application has come. */
public enum ApplicationState {
  /** It waits to be checked. */
  APPLIED,
  /** Something is missing: it waits for who applied. */
  INCOMPLETE,
  /** Complete: it waits for the decision. */
  CHECKED,
  ACCEPTED,
  DECLINED,
  /** 取下げ: who applied took it back. */
  WITHDRAWN;

  /** Whether it is still open. */
  public boolean pending() {
    return this == APPLIED || this == INCOMPLETE || this == CHECKED;
  }

  /** Whether it waits for who decides. */
  public boolean waitsForDecider() {
    return this == APPLIED || this == CHECKED;
  }

  /** Whether it can become so next. */
  public boolean canBecome(ApplicationState other) {
    return switch (this) {
      case APPLIED -> other != APPLIED;
      case INCOMPLETE -> other == APPLIED || other == DECLINED || other == WITHDRAWN;
      case CHECKED -> other != APPLIED && other != CHECKED;
      case ACCEPTED, DECLINED, WITHDRAWN -> false;
    };
  }
}
