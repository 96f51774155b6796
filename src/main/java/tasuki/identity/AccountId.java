package tasuki.identity;

import java.util.UUID;

/** Identifies one account: one human being, at however many organisations. */
public record AccountId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
