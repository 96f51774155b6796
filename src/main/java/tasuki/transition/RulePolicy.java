package tasuki.transition;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tasuki.calendar.ClockEvent;
import tasuki.kernel.Ruling;

/** What an area can agree on at all, each with its reason. */
final class RulePolicy {

  /** What one side can ask of the other or of itself. */
  static final Set<StepKind> STEPS =
      EnumSet.of(
          StepKind.ADMISSION_KNOWN,
          StepKind.CONTACTED,
          StepKind.FORM_SENT,
          StepKind.FORM_RECEIVED,
          StepKind.READ,
          StepKind.SCREENED,
          StepKind.TALKED,
          StepKind.TEAM_CONFERENCE,
          StepKind.HEARING,
          StepKind.CONFERENCE,
          StepKind.DISCHARGE_PLANNED,
          StepKind.FIRST_HOME_VISIT,
          StepKind.TWO_WEEK_CHECK);

  static final List<Side> SIDES = List.of(Side.HOSPITAL, Side.CARE_MANAGER);

  private RulePolicy() {}

  /** Whether a side can be asked for the step at that time. */
  static Ruling mayAsk(LocalClock clock) {
    if (!SIDES.contains(clock.side())
        || !STEPS.contains(clock.step())
        || !clock.step().isOf(clock.side())) {
      return Ruling.refused("transition.rule.not-of-side");
    }
    boolean afterwards = clock.event() == ClockEvent.DISCHARGE && clock.dayUntil() >= 1;
    StepKind.Span span = clock.step().span();
    if (span == StepKind.Span.AFTER && !afterwards) {
      return Ruling.refused("transition.rule.only-after");
    }
    if (span == StepKind.Span.INSIDE && afterwards) {
      return Ruling.refused("transition.rule.only-inside");
    }
    Integer from = clock.dayFrom();
    return from != null && from > clock.dayUntil()
        ? Ruling.refused("transition.rule.from-late")
        : Ruling.ALLOWED;
  }
}
