package tasuki.transition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way of a case from hospital to the second week at home, station by station. */
@Component
class CaseStations {

  /** A station of the way. */
  record Station(String label, @Nullable String time, String state, @Nullable String note) {}

  private final StayWords say;

  CaseStations(StayWords say) {
    this.say = say;
  }

  List<Station> of(Cases.Case found) {
    List<Station> stations = new ArrayList<>(admissions(found));
    stations.add(
        station(found, "station.form", Set.of(StepKind.FORM_SENT, StepKind.FORM_RECEIVED)));
    stations.add(
        station(found, "station.conference", Set.of(StepKind.HEARING, StepKind.CONFERENCE)));
    stations.add(discharge(found.stay()));
    if (!found.stay().state().ended() || found.stay().state().livesOutside()) {
      stations.add(station(found, "station.first-visit", Set.of(StepKind.FIRST_HOME_VISIT)));
      stations.add(station(found, "station.two-weeks", Set.of(StepKind.TWO_WEEK_CHECK)));
    }
    return stations;
  }

  private List<Station> admissions(Cases.Case found) {
    Stay first = found.chain().getFirst();
    return found.chain().stream()
        .map(
            stay ->
                new Station(
                    say.of(stay.equals(first) ? "station.admitted" : "station.next-hospital"),
                    say.moment(stay.admittedAt(), stay.timeKnown()),
                    "done",
                    found.name(stay.hospital().value())))
        .toList();
  }

  private Station station(Cases.Case found, String label, Set<StepKind> kinds) {
    Optional<Step> done =
        found.log().stream()
            .filter(step -> kinds.contains(step.kind()) && step.claims())
            .filter(step -> !Evidence.isWithdrawn(step, found.log()))
            .findFirst();
    String state = done.isPresent() ? "done" : late(found, kinds) ? "missing" : "next";
    return new Station(
        say.of(label),
        done.map(step -> say.moment(step.occurredAt(), false)).orElse(null),
        state,
        null);
  }

  private boolean late(Cases.Case found, Set<StepKind> kinds) {
    return found.clocks().stream()
        .filter(clock -> kinds.contains(clock.step()))
        .map(clock -> clock.standing(say.now(), found.clocks()))
        .anyMatch(
            standing ->
                standing == RunningClock.Standing.OVERDUE
                    || standing == RunningClock.Standing.MISSED);
  }

  private Station discharge(Stay stay) {
    OffsetDateTime ended = stay.endedAt();
    LocalDate planned = stay.plannedOn();
    String label = say.of("station.discharge");
    if (ended != null) {
      return new Station(label, say.moment(ended, false), "done", say.of("state." + stay.state()));
    }
    String time = planned == null ? null : say.of("planned.on", say.day(planned));
    return new Station(label, time, "now", null);
  }
}
