package tasuki.transition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.Counting;
import tasuki.calendar.FirstDay;
import tasuki.calendar.TimeLimit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A clock that an area agreed on.
 *
 * @param code names it among the clocks of the rule
 * @param dayFrom the first day on which the step counts; null if it counts beforehand
 * @param dayUntil the last day; below 1 it lies before the event (0 is the day before day 1)
 * @param counting whether days off of the side's own office are counted
 * @param timeLimit when the last day ends
 * @param groups for whom; empty for everybody
 * @param wish whether it is only asked for (お願い): never late, in no rate
 */
public record LocalClock(
    String code,
    Side side,
    StepKind step,
    ClockEvent event,
    FirstDay firstDay,
    @Nullable Integer dayFrom,
    int dayUntil,
    Counting counting,
    TimeLimit timeLimit,
    Set<CareGroup> groups,
    boolean wish) {

  /** The usual clock: every day counts, the last one to its end, for everybody, and binding. */
  private static LocalClock usual(
      String code, Side side, StepKind step, ClockEvent event, FirstDay firstDay, int dayUntil) {
    return new LocalClock(
        code,
        side,
        step,
        event,
        firstDay,
        null,
        dayUntil,
        Counting.CALENDAR,
        TimeLimit.END_OF_DAY,
        Set.of(),
        false);
  }

  /** Within so many days of admission, the day of admission being day 1. */
  public static LocalClock afterAdmission(String code, Side side, StepKind step, int days) {
    return usual(code, side, step, ClockEvent.ADMISSION, FirstDay.EVENT_DAY, days);
  }

  /** At the latest so many days before the planned discharge. */
  public static LocalClock beforeDischarge(String code, Side side, StepKind step, int days) {
    return usual(code, side, step, ClockEvent.DISCHARGE, FirstDay.EVENT_DAY, 1 - days);
  }

  /** Within so many days after discharge, the day after it being day 1. */
  public static LocalClock afterDischarge(String code, Side side, StepKind step, int days) {
    return usual(code, side, step, ClockEvent.DISCHARGE, FirstDay.NEXT_DAY, days);
  }

  /** The clocks as they are kept with the rule, in the shape of the fee tables. */
  static String json(List<LocalClock> clocks, String rule) {
    JsonMapper mapper = JsonMapper.shared();
    ArrayNode lines = mapper.createArrayNode();
    for (LocalClock clock : clocks) {
      ObjectNode line = lines.addObject();
      line.put("code", clock.code).put("side", clock.side.name()).put("step", clock.step.name());
      line.put("event", clock.event.name()).put("firstDay", clock.firstDay.name());
      line.put("dayFrom", clock.dayFrom).put("dayUntil", clock.dayUntil);
      line.put("counting", clock.counting.name()).put("timeLimit", clock.timeLimit.name());
      line.put("wish", clock.wish).put("validFrom", "1989-01-08");
      line.put("source", rule).put("verified", true);
      ArrayNode groups = line.putArray("groups");
      clock.groups.stream().map(CareGroup::name).sorted().forEach(groups::add);
    }
    return mapper.writeValueAsString(lines);
  }
}
