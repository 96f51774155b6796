package tasuki.intake;

import java.util.Collection;
import java.util.List;
import tasuki.kernel.Ruling;

/**
 * When a checked file may change the list, and when that may be taken back. A file that lacks much
 * of what stood in a part of the list is more often a broken file than the end of so many things,
 * so a person has to say that it is meant.
 */
final class ApplyPolicy {

  private ApplyPolicy() {}

  /** The parts in which more would close than may without a person saying so. */
  static List<Part> toConfirm(List<Part> parts, int mayClosePercent) {
    return parts.stream().filter(part -> part.closesMoreThan(mayClosePercent)).toList();
  }

  /**
   * Whether it may be applied.
   *
   * @param confirmed the parts of which somebody said that so much closes
   */
  static Ruling mayApply(
      Import found, List<Part> parts, int mayClosePercent, Collection<String> confirmed) {
    if (!found.state().canBecome(ImportState.APPLIED)) {
      return Ruling.refused("intake.refused.not-checked");
    }
    boolean all =
        toConfirm(parts, mayClosePercent).stream()
            .allMatch(part -> confirmed.contains(part.scope()));
    return all ? Ruling.ALLOWED : Ruling.refused("intake.refused.confirm");
  }

  static Ruling mayUndo(Import found) {
    return found.state().canBecome(ImportState.UNDONE)
        ? Ruling.ALLOWED
        : Ruling.refused("intake.refused.not-applied");
  }

  static Ruling mayDiscard(Import found) {
    return found.state().canBecome(ImportState.DISCARDED)
        ? Ruling.ALLOWED
        : Ruling.refused("intake.refused.not-waiting");
  }
}
