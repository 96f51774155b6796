package tasuki.indicator;

import java.math.BigDecimal;

/** How an actual has to stand to the number it is compared with. */
public enum Relation {
  /** 以上. */
  AT_LEAST,
  /** 超, 上回る. */
  ABOVE,
  /** 以下. */
  AT_MOST,
  /** 未満, 下回る. */
  BELOW;

  /** Whether the value stands so to the bound. */
  public boolean holds(BigDecimal value, BigDecimal bound) {
    int order = value.compareTo(bound);
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case ABOVE -> order > 0;
      case AT_MOST -> order <= 0;
      case BELOW -> order < 0;
    };
  }

  /** Whether it asks for high values, as an indicator does of which more is better. */
  public Direction towards() {
    return this == AT_LEAST || this == ABOVE ? Direction.HIGHER : Direction.LOWER;
  }
}
