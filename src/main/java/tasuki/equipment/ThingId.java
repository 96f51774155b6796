package tasuki.equipment;

import java.util.UUID;

/** Identifies one thing that is lent. */
public record ThingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
