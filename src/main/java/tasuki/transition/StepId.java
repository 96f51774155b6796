package tasuki.transition;

import java.util.UUID;

/** Identifies one row of the two-sided log. */
public record StepId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
