package tasuki.indicator;

/** Whether a target was reached, and why that is said. */
public sealed interface Verdict {

  /** Why. */
  Reason reason();

  /** 達成. */
  record Met(Reason reason) implements Verdict {}

  /** 未達成. */
  record Missed(Reason reason) implements Verdict {}

  /** 未到来: there cannot be a verdict yet. */
  record NotYet(Reason reason) implements Verdict {}

  /** 判定不可: something that the verdict needs is missing. */
  record Undecidable(Reason reason) implements Verdict {}

  /** Its kind alone, as lists and filters name it. */
  enum Kind {
    MET,
    MISSED,
    NOT_YET,
    UNDECIDABLE
  }

  default Kind kind() {
    return switch (this) {
      case Met _ -> Kind.MET;
      case Missed _ -> Kind.MISSED;
      case NotYet _ -> Kind.NOT_YET;
      case Undecidable _ -> Kind.UNDECIDABLE;
    };
  }
}
