package tasuki.indicator;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/**
 * 計画目標値: what a plan wants of a series.
 *
 * @param plan its name; empty where none is named
 * @param year the fiscal year in whose plan it stands
 * @param due when it is to be reached, which may be years later
 * @param aim what it asks for
 * @param printed as the plan prints it
 */
public record Target(
    UUID id,
    String plan,
    FiscalYear year,
    AsOf due,
    Aim aim,
    String printed,
    @Nullable String note) {

  /** The comparator it looks at, if any. */
  public Optional<String> comparator() {
    return aim instanceof Aim.Compared compared
        ? Optional.of(compared.comparator())
        : Optional.empty();
  }
}
