package tasuki.programme;

import java.util.UUID;

/** Names what a programme is in one year. */
public record YearId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
