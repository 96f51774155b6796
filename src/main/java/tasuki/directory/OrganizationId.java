package tasuki.directory;

import java.util.UUID;

/** Identifies one organisation, member or not. */
public record OrganizationId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
