package tasuki.transition;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.Deadline;

/**
 * A clock that runs in a stay.
 *
 * @param rule the area's rule it comes from; null for the fee table
 * @param wish whether it is only asked for (お願い): by the other side's rule, or by the own one
 */
record DueClock(ClockLine line, @Nullable UUID rule, boolean wish, Deadline deadline) {

  /** Its name within the stay: the same line may come from two areas' rules. */
  String code() {
    return rule == null ? line.code() : line.code() + "@" + rule;
  }

  String family() {
    return rule == null ? line.family() : line.family() + "@" + rule;
  }
}
