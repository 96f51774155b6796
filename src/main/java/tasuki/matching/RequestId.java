package tasuki.matching;

import java.util.UUID;

/** By which a request is known. */
public record RequestId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
