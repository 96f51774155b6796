package tasuki.person;

import java.util.UUID;

/** Identifies one basis on which something is disclosed. */
public record BasisId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
