package tasuki.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what changed in a case from step to step. */
@Component
class PracticeHistory {

  /** A step as the page shows it. */
  record Told(
      int number, String at, String by, String what, @Nullable Said reason, List<Change> changes) {}

  /** What a part of the case was and became. */
  record Change(String label, List<Said> before, List<Said> after) {}

  private final PracticeWords say;

  PracticeHistory(PracticeWords say) {
    this.say = say;
  }

  /**
   * The steps, the newest first.
   *
   * @param versions the newest first
   */
  List<Told> of(List<Version> versions) {
    List<Told> steps = new ArrayList<>();
    for (int at = 0; at < versions.size(); at++) {
      Version version = versions.get(at);
      Version before = at + 1 < versions.size() ? versions.get(at + 1) : null;
      steps.add(
          new Told(
              version.number(),
              say.moment(version.at()),
              version.by(),
              say.of("step." + version.step()),
              Said.orNull(version.reason()),
              before == null ? List.of() : changes(before.content(), version.content())));
    }
    return steps;
  }

  private List<Change> changes(Content before, Content after) {
    Map<String, List<String>> then = say.told(before);
    List<Change> changes = new ArrayList<>();
    say.told(after)
        .forEach(
            (key, lines) -> {
              List<String> former = then.getOrDefault(key, List.of());
              if (!former.equals(lines)) {
                changes.add(new Change(say.of(key), Said.all(former), Said.all(lines)));
              }
            });
    return changes;
  }
}
