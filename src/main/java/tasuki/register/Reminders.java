package tasuki.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** When the holder is reminded before an entry ends. */
final class Reminders {

  private Reminders() {}

  /**
   * The step that is to be told today, if any. After days on which nobody was there to tell, only
   * the last of the steps that were missed is told, and none that fell before the term began.
   *
   * @param days how many days before the last day, each a step
   * @param told the steps that were told of this last day
   */
  static OptionalInt due(
      LocalDate from,
      LocalDate until,
      Collection<Integer> days,
      Collection<Integer> told,
      LocalDate today) {
    if (today.isAfter(until)) {
      return OptionalInt.empty();
    }
    int nearestTold = told.stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
    return days.stream()
        .filter(step -> !until.minusDays(step).isAfter(today))
        .filter(step -> !until.minusDays(step).isBefore(from))
        .mapToInt(Integer::intValue)
        .min()
        .stream()
        .filter(step -> step < nearestTold)
        .findFirst();
  }

  /** The steps from the farthest to the nearest. */
  static List<Integer> inOrder(Collection<Integer> days) {
    return days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
  }
}
