package tasuki.fund.proposing;

import java.util.UUID;

/** Names a call for proposals. */
public record CallId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
