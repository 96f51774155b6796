package tasuki.indicator;

import java.util.UUID;

/** Identifies a goal (目標) of a plan. */
public record GoalId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
