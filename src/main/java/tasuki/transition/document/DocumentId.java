package tasuki.transition.document;

import java.util.UUID;

/** Identifies a form of a stay. */
public record DocumentId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
