package tasuki.transition;

import java.util.UUID;

/** Identifies one case: a chain of stays of one person. */
public record ChainId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
