package tasuki.programme;

import java.util.UUID;

/** Names a heading of a list. */
public record HeadingId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
