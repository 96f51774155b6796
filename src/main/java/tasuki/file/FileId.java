package tasuki.file;

import java.util.UUID;

/** Identifies one stored file. */
public record FileId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
