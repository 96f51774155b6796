package tasuki.record;

import java.util.UUID;

/** Identifies one entry of a timeline; a correction has an id of its own. */
public record EntryId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
