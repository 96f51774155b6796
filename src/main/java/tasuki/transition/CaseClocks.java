package tasuki.transition;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The deadlines of a case written out, and what they are worth (算定の目安). */
@Component
class CaseClocks {

  /** A clock, written out. */
  record ClockText(
      String todo, String who, StayWords.Due due, boolean wish, boolean unverified, boolean open) {}

  private final StayWords say;

  CaseClocks(StayWords say) {
    this.say = say;
  }

  List<ClockText> of(Cases.Case found) {
    return found.clocks().stream().map(clock -> text(found, clock)).toList();
  }

  private ClockText text(Cases.Case found, RunningClock clock) {
    RunningClock.Standing standing = clock.standing(say.now(), found.clocks());
    String todo = say.of("todo." + clock.step());
    boolean graded = clock.code().startsWith("admission-information-");
    return new ClockText(
        graded ? todo + " " + say.of("clock." + clock.code()) : todo,
        say.of("side." + clock.side()),
        say.due(clock, standing, found.stay().admittedAt()),
        clock.wish(),
        !clock.verified(),
        standing.open());
  }

  List<String> hints(Cases.Case found) {
    if (found.side() != Side.CARE_MANAGER) {
      return List.of();
    }
    List<String> hints = new ArrayList<>();
    FeeHints.admissionInformation(found.clocks(), say.now())
        .ifPresent(grade -> hints.add(say.of("hint.admission", grade == 1 ? "Ⅰ" : "Ⅱ")));
    if (found.home().group() == CareGroup.CARE) {
      FeeHints.dischargeSupport(found.log())
          .ifPresent(grade -> hints.add(say.of("hint.discharge", say.of(dischargeKey(grade)))));
    }
    return hints;
  }

  private static String dischargeKey(String grade) {
    String letter = grade.length() == 1 ? "" : grade.endsWith("イ") ? "a" : "b";
    return "hint.discharge." + grade.charAt(0) + letter;
  }
}
