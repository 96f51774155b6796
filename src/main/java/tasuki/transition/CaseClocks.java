package tasuki.transition;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deadlines of a case written out, and what they are worth (算定の目安). */
@Component
class CaseClocks {

  /**
   * Something to be done by a deadline; its other deadlines stand beside it in words.
   *
   * @param href where the viewer's side says that it is done; null where the other side has to
   * @param others further deadlines of the same thing: grades of a fee, the area's rule
   */
  record Todo(
      String label,
      String who,
      StayWords.Due due,
      @Nullable String href,
      @Nullable String act,
      boolean wish,
      boolean unverified,
      List<String> others) {}

  /** A clock that runs no more: what, how it came out. */
  record Past(String label, String who, StayWords.Due due) {}

  private final StayWords say;

  CaseClocks(StayWords say) {
    this.say = say;
  }

  /** What the viewer's side has to do, the nearest deadline first. */
  List<Todo> own(Cases.Case found) {
    return open(found, true);
  }

  /** What the other sides have to do. */
  List<Todo> others(Cases.Case found) {
    return open(found, false);
  }

  private List<Todo> open(Cases.Case found, boolean own) {
    OffsetDateTime now = say.now();
    return found.clocks().stream()
        .filter(clock -> (clock.side() == found.side()) == own)
        .filter(clock -> clock.standing(now, found.clocks()).open())
        .collect(
            Collectors.groupingBy(
                clock -> clock.side() + "/" + clock.step(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(same -> todo(found, same, own))
        .toList();
  }

  private Todo todo(Cases.Case found, List<RunningClock> same, boolean own) {
    // A wish is no duty: where both ask for the same, the duty is shown.
    RunningClock next =
        same.stream().filter(clock -> !clock.wish()).findFirst().orElse(same.getFirst());
    boolean may = own && found.mayWrite();
    boolean byHand = next.step().byHand();
    String path =
        byHand ? "steps/" + next.step().name().toLowerCase(Locale.ROOT) : changeFor(next.step());
    return new Todo(
        say.of("todo." + next.step()) + grade(next),
        say.of("side." + next.side()),
        due(found, next),
        may && path != null ? "/stays/" + found.stay().id() + "/" + path : null,
        path == null ? null : byHand ? say.of("do." + next.step()) : say.of("do." + path),
        next.wish(),
        !next.verified(),
        same.stream().filter(clock -> clock != next).map(this::further).toList());
  }

  private static @Nullable String changeFor(StepKind kind) {
    return kind == StepKind.DISCHARGE_PLANNED
        ? "plan"
        : kind == StepKind.DISCHARGED ? "discharge" : null;
  }

  private String grade(RunningClock clock) {
    boolean graded = clock.code().startsWith("admission-information-");
    return graded ? " " + say.of("clock." + clock.code()) : "";
  }

  private String further(RunningClock clock) {
    String source =
        clock.code().startsWith("admission-information-")
            ? say.of("clock." + clock.code())
            : say.of(clock.wish() ? "wish" : "by-rule");
    return source + " " + clock.words(say.locale());
  }

  private StayWords.Due due(Cases.Case found, RunningClock clock) {
    RunningClock.Standing standing = clock.standing(say.now(), found.clocks());
    return say.due(clock, standing, found.stay().admittedAt());
  }

  /** The clocks that were met, missed or stopped. */
  List<Past> past(Cases.Case found) {
    OffsetDateTime now = say.now();
    return found.clocks().stream()
        .filter(clock -> !clock.standing(now, found.clocks()).open())
        .map(
            clock ->
                new Past(
                    say.of("todo." + clock.step()) + grade(clock),
                    say.of("side." + clock.side()),
                    due(found, clock)))
        .toList();
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
