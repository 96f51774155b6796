package tasuki.insight.progress;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tasuki.goal.GoalWords;
import tasuki.indicator.Verdict;
import tasuki.programme.Figures;
import tasuki.programme.SpendingLine;

/** Says figures of a year's progress. */
@Component
class ProgressWords {

  private static final int WHOLE = 100;

  /** A bar of a chart. */
  record Bar(String label, int percent, String text, boolean strong) {}

  private final GoalWords goalWords;

  ProgressWords(GoalWords goalWords) {
    this.goalWords = goalWords;
  }

  static List<SpendingLine> lists(Progress progress) {
    return progress.lists().stream()
        .map(
            one ->
                new SpendingLine(
                    "/programmes/lists/" + one.list().id() + "/figures",
                    one.list().title(),
                    one.total()))
        .toList();
  }

  static List<SpendingLine> divisions(Progress progress) {
    return progress.divisions().stream()
        .map(one -> new SpendingLine(null, one.label(), one.total()))
        .toList();
  }

  /** Rates of execution from 0 to 100; nothing is drawn of what has none. */
  static List<Bar> bars(List<SpendingLine> lines) {
    return lines.stream().flatMap(one -> bar(one).stream()).toList();
  }

  private static Optional<Bar> bar(SpendingLine line) {
    return line.total()
        .money()
        .execution()
        .map(
            share ->
                new Bar(
                    line.label(),
                    Math.min(WHOLE, share.movePointRight(2).intValue()),
                    Figures.percent(share),
                    false));
  }

  /** How many indicators were judged in which way, as bars against the largest count. */
  List<Bar> verdicts(Progress progress) {
    int most = progress.indicators().counts().values().stream().max(Integer::compare).orElse(0);
    return most == 0
        ? List.of()
        : Arrays.stream(Verdict.Kind.values())
            .map(
                kind -> {
                  int count = progress.indicators().counts().getOrDefault(kind, 0);
                  return new Bar(
                      goalWords.mark(kind).text(),
                      count * WHOLE / most,
                      "" + count,
                      kind == Verdict.Kind.MISSED);
                })
            .toList();
  }
}
