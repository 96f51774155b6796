package tasuki.transition;

import java.util.UUID;

/** Identifies one stay of one person in one hospital. */
public record StayId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
