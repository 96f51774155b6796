package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the log of a stay says of the handover, by rules alone: whether the home side heard of the
 * discharge beforehand, when information was given at admission, and whether the area's rule was
 * used.
 */
record StayFact(
    Word contact,
    @Nullable Boolean contactInRule,
    Word information,
    @Nullable Integer informationDay,
    @Nullable Boolean informationInRule,
    @Nullable UUID hospitalRule,
    @Nullable UUID officeRule,
    @Nullable Boolean ruleUsed,
    boolean hospitalKnows,
    boolean careKnows) {

  private static final Set<StepKind> INFORMATION =
      Set.of(StepKind.FORM_SENT, StepKind.FORM_RECEIVED, StepKind.READ);

  static StayFact of(
      Stay stay,
      List<Step> log,
      List<RunningClock> clocks,
      boolean hospitalJoins,
      boolean officeJoins) {
    Predicate<Step> told = step -> step.kind().tellsOfDischarge() && !isAfter(step, stay);
    Predicate<Step> given = step -> INFORMATION.contains(step.kind()) && !isAfter(step, stay);
    List<RunningClock> local =
        clocks.stream().filter(clock -> !clock.wish() && clock.rule() != null).toList();
    Word contact = Word.of(log, told, hospitalJoins, officeJoins);
    Word information = Word.of(log, given, hospitalJoins, officeJoins);
    Optional<OffsetDateTime> first = first(log, given);
    return new StayFact(
        contact,
        inRule(local, log, Side.HOSPITAL, StepKind::tellsOfDischarge),
        information,
        first.map(moment -> dayOf(stay, moment)).orElse(null),
        inRule(local, log, Side.CARE_MANAGER, StepKind.FORM_SENT::equals),
        ruleOf(local, Side.HOSPITAL),
        ruleOf(local, Side.CARE_MANAGER),
        local.isEmpty() ? null : local.stream().anyMatch(clock -> kept(clock, log)),
        knows(log, Side.HOSPITAL, hospitalJoins),
        knows(log, Side.CARE_MANAGER, hospitalJoins));
  }

  /** Whether it happened on a day after the stay had ended. */
  private static boolean isAfter(Step step, Stay stay) {
    LocalDateTime ended = stay.ended();
    return ended != null && step.day().isAfter(ended.toLocalDate());
  }

  private static Optional<OffsetDateTime> first(List<Step> log, Predicate<Step> given) {
    return log.stream()
        .filter(given)
        .filter(step -> step.side() == Side.HOSPITAL || step.side() == Side.CARE_MANAGER)
        .filter(step -> Word.stands(step, log))
        .map(Step::occurredAt)
        .min(Comparator.naturalOrder());
  }

  private static int dayOf(Stay stay, OffsetDateTime moment) {
    LocalDate day = tasuki.calendar.JapanTime.at(moment.toInstant()).toLocalDate();
    return (int) ChronoUnit.DAYS.between(stay.admitted().toLocalDate(), day) + 1;
  }

  /** Whether the own area's rule was kept in what it asks of a side; null where it asks nothing. */
  private static @Nullable Boolean inRule(
      List<RunningClock> local, List<Step> log, Side side, Predicate<StepKind> wanted) {
    List<RunningClock> asked =
        local.stream().filter(clock -> clock.side() == side && wanted.test(clock.step())).toList();
    return asked.isEmpty() ? null : asked.stream().anyMatch(clock -> kept(clock, log));
  }

  private static boolean kept(RunningClock clock, List<Step> log) {
    return log.stream()
        .filter(step -> Clocks.meets(clock.side(), clock.step(), step))
        .filter(step -> Word.stands(step, log))
        .anyMatch(step -> step.occurredAt().isBefore(clock.lateAt()));
  }

  private static @Nullable UUID ruleOf(List<RunningClock> local, Side side) {
    return local.stream()
        .filter(clock -> clock.side() == side)
        .map(RunningClock::rule)
        .findFirst()
        .orElse(null);
  }

  private static boolean knows(List<Step> log, Side side, boolean hospitalJoins) {
    return log.stream()
        .filter(step -> step.voice(hospitalJoins) == side)
        .anyMatch(step -> step.claims() && !Evidence.isWithdrawn(step, log));
  }
}
