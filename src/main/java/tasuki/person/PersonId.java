package tasuki.person;

import java.util.UUID;

/** Identifies one human being who is cared for; it stays the same when a duplicate is merged. */
public record PersonId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
