package tasuki.programme;

import java.util.UUID;

/** Names a programme through all its years. */
public record ProgrammeId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
