package tasuki.transition;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Ruling;

/** What the viewer's side can do in a case now. */
@Component
class CaseActs {

  /** Something to do. */
  record Act(String href, String label, boolean due) {}

  private static final Set<StepKind> ONCE =
      EnumSet.of(
          StepKind.ADMISSION_KNOWN,
          StepKind.CONTACTED,
          StepKind.FORM_RECEIVED,
          StepKind.READ,
          StepKind.SCREENED,
          StepKind.TALKED,
          StepKind.FIRST_HOME_VISIT,
          StepKind.TWO_WEEK_CHECK);

  private final StayWords say;

  CaseActs(StayWords say) {
    this.say = say;
  }

  /** The steps that can be logged, those with a running clock first. */
  List<Act> steps(Cases.Case found) {
    List<Act> due = new ArrayList<>();
    List<Act> others = new ArrayList<>();
    for (StepKind kind : StepKind.values()) {
      if (found.mayWrite() && possible(found, kind)) {
        boolean urgent = urgent(found, kind);
        String path = kind.name().toLowerCase(Locale.ROOT);
        String href = "/stays/" + found.stay().id() + "/steps/" + path;
        (urgent ? due : others).add(new Act(href, say.of("do." + kind), urgent));
      }
    }
    due.addAll(others);
    return due;
  }

  private boolean possible(Cases.Case found, StepKind kind) {
    LocalDate today = JapanTime.at(say.now().toInstant()).toLocalDate();
    return !(ONCE.contains(kind) && done(found, kind))
        && StayPolicy.mayLog(found.stay(), found.side(), kind, today) == Ruling.ALLOWED;
  }

  private static boolean done(Cases.Case found, StepKind kind) {
    return found.log().stream()
        .filter(step -> step.kind() == kind && step.claims())
        .filter(step -> step.voice(found.hospitalJoins()) == found.side())
        .anyMatch(step -> !Evidence.isWithdrawn(step, found.log()));
  }

  private boolean urgent(Cases.Case found, StepKind kind) {
    OffsetDateTime now = say.now();
    return found.clocks().stream()
        .filter(clock -> clock.side() == found.side() && clock.step() == kind)
        .anyMatch(clock -> clock.standing(now, found.clocks()).open());
  }

  /** Changes of the stay itself. */
  List<Act> changes(Cases.Case found) {
    if (!found.mayWrite()) {
      return List.of();
    }
    Stay stay = found.stay();
    List<Act> changes = new ArrayList<>();
    if (found.side() != Side.HOME_TEAM) {
      if (!stay.state().ended()) {
        changes.add(change(stay, "plan"));
        changes.add(change(stay, "discharge"));
        changes.add(change(stay, "transfer"));
        changes.add(change(stay, stay.state() == StayState.ON_LEAVE ? "return" : "leave"));
      }
      changes.add(change(stay, "correct"));
    }
    changes.add(change(stay, "charge"));
    return changes;
  }

  /** What a hospital does next where nothing is due: name the day of discharge, then record it. */
  Optional<Act> usual(Cases.Case found) {
    Stay stay = found.stay();
    if (!found.mayWrite() || found.side() != Side.HOSPITAL || stay.state().ended()) {
      return Optional.empty();
    }
    return Optional.of(change(stay, stay.plannedOn() == null ? "plan" : "discharge"));
  }

  private Act change(Stay stay, String what) {
    return new Act("/stays/" + stay.id() + "/" + what, say.of("do." + what), false);
  }
}
