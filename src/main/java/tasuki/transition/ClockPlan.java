package tasuki.transition;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.ClockRule;
import tasuki.calendar.Deadline;

/** Which clocks run in a stay: the fee tables', the own area's, and the other area's as wishes. */
final class ClockPlan {

  private ClockPlan() {}

  /** All clocks of a stay, whether already met or not. */
  static List<DueClock> of(Situation stay, List<ClockLine> fees) {
    List<DueClock> clocks = new ArrayList<>();
    add(clocks, stay, null, false, fees);
    for (Side side : List.of(Side.HOSPITAL, Side.CARE_MANAGER)) {
      addLocal(clocks, stay, side);
    }
    return List.copyOf(clocks);
  }

  private static void addLocal(List<DueClock> clocks, Situation stay, Side side) {
    AreaRule agreed = stay.pairRule();
    AreaRule own = side == Side.HOSPITAL ? stay.hospitalRule() : stay.homeRule();
    AreaRule other = side == Side.HOSPITAL ? stay.homeRule() : stay.hospitalRule();
    if (agreed != null) {
      add(clocks, stay, agreed.id(), false, linesFor(agreed, side));
      return;
    }
    if (own != null) {
      add(clocks, stay, own.id(), false, linesFor(own, side));
    }
    if (other != null && (own == null || !other.id().equals(own.id()))) {
      add(clocks, stay, other.id(), true, linesFor(other, side));
    }
  }

  private static List<ClockLine> linesFor(AreaRule rule, Side side) {
    return rule.lines().stream().filter(line -> line.side() == side).toList();
  }

  private static void add(
      List<DueClock> clocks,
      Situation stay,
      @Nullable UUID rule,
      boolean wish,
      List<ClockLine> lines) {
    for (ClockLine line : lines) {
      Optional<LocalDateTime> event = event(stay, line.rule());
      if (line.fits(stay)
          && event.isPresent()
          && line.rule().isInForceOn(event.get().toLocalDate())) {
        Deadline deadline = line.rule().evaluate(event.get(), stay.calendarOf(line.side()));
        clocks.add(new DueClock(line, rule, wish || line.wish(), deadline));
      }
    }
  }

  /** When the clock's event was or is planned; empty while it is not known. */
  private static Optional<LocalDateTime> event(Situation stay, ClockRule rule) {
    if (rule.event() == ClockEvent.DISCHARGE) {
      return rule.dayUntil() < 1 ? beforeDischarge(stay) : afterDischarge(stay);
    }
    return rule.event() == ClockEvent.ADMISSION ? Optional.of(stay.admitted()) : Optional.empty();
  }

  /** A day before discharge is counted back from the planned day, which the true one replaces. */
  private static Optional<LocalDateTime> beforeDischarge(Situation stay) {
    if (stay.state().ended()) {
      return stay.state().livesOutside() ? Optional.ofNullable(stay.ended()) : Optional.empty();
    }
    return Optional.ofNullable(stay.plannedDischarge()).map(day -> day.atStartOfDay());
  }

  private static Optional<LocalDateTime> afterDischarge(Situation stay) {
    return stay.state().livesOutside() ? Optional.ofNullable(stay.ended()) : Optional.empty();
  }
}
