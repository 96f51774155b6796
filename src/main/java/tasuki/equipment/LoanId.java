package tasuki.equipment;

import java.util.UUID;

/** Identifies one loan, from its booking on. */
public record LoanId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
