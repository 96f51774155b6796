package tasuki.programme;

import java.util.UUID;

/** Names one year's list. */
public record EditionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
