package tasuki.identity;

import java.util.UUID;

/** Names a division of an organisation. */
public record DivisionId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
