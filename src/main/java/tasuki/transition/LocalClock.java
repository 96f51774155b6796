package tasuki.transition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.FirstDay;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A clock that an area agreed on.
 *
 * @param code names it among the clocks of the rule
 * @param dayFrom the first day on which the step counts; null if it counts beforehand
 * @param dayUntil the last day; below 1 it lies before the event (0 is the day before day 1)
 * @param groups for whom; empty for everybody
 */
public record LocalClock(
    String code,
    Side side,
    StepKind step,
    ClockEvent event,
    FirstDay firstDay,
    @Nullable Integer dayFrom,
    int dayUntil,
    Set<CareGroup> groups) {

  /** Within so many days of admission, the day of admission being day 1. */
  public static LocalClock afterAdmission(String code, Side side, StepKind step, int days) {
    return new LocalClock(
        code, side, step, ClockEvent.ADMISSION, FirstDay.EVENT_DAY, null, days, Set.of());
  }

  /** At the latest so many days before the planned discharge. */
  public static LocalClock beforeDischarge(String code, Side side, StepKind step, int days) {
    return new LocalClock(
        code, side, step, ClockEvent.DISCHARGE, FirstDay.EVENT_DAY, null, 1 - days, Set.of());
  }

  /** Within so many days after discharge, the day after it being day 1. */
  public static LocalClock afterDischarge(String code, Side side, StepKind step, int days) {
    return new LocalClock(
        code, side, step, ClockEvent.DISCHARGE, FirstDay.NEXT_DAY, null, days, Set.of());
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
      line.put("timeLimit", "END_OF_DAY").put("validFrom", "1989-01-08");
      line.put("source", rule).put("verified", true);
      ArrayNode groups = line.putArray("groups");
      clock.groups.stream().map(CareGroup::name).sorted().forEach(groups::add);
    }
    return mapper.writeValueAsString(lines);
  }
}
