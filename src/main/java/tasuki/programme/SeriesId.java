package tasuki.programme;

import java.util.UUID;

/** Names a list that is kept from year to year. */
public record SeriesId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
