package tasuki.fund.planning;

import java.util.UUID;

/** Names a plan of the fund. */
public record PlanId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
