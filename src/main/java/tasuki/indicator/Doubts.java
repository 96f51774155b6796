package tasuki.indicator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What looks wrong about an indicator though nothing forbids it. A person decides. */
public final class Doubts {

  private Doubts() {}

  /** Everything doubtful, each said once. */
  public static List<Reason> of(Indicator indicator) {
    Set<Reason> doubts = new LinkedHashSet<>();
    Definition definition = indicator.definitions().getLast();
    boolean percent = definition.unit().equals("%");
    if (percent && definition.name().endsWith("数")) {
      doubts.add(Reason.of("doubt-number-in-percent"));
    }
    for (Indicator.Line line : indicator.lines()) {
      for (Actual actual : line.actuals()) {
        time(actual).ifPresent(doubts::add);
      }
      for (Target target : line.targets()) {
        line.actual(target.year())
            .map(Actual::asOf)
            .filter(asOf -> asOf.year().number() == target.due().year().number())
            .filter(asOf -> asOf.year().calendar() != target.due().year().calendar())
            .map(asOf -> Reason.of("doubt-kind-of-year", target.due(), asOf))
            .ifPresent(doubts::add);
      }
    }
    return List.copyOf(doubts);
  }

  /** A result of one fiscal year that was measured in another. */
  private static Optional<Reason> time(Actual actual) {
    AsOf asOf = actual.asOf();
    return asOf == null || asOf.fiscalYear().equals(actual.year())
        ? Optional.empty()
        : Optional.of(Reason.of("doubt-other-year", AsOf.fiscalYear(actual.year()), asOf));
  }

  /** A re-post whose note expects the actual at another time than the indicator says. */
  public static Optional<Reason> ofRepost(Indicator indicator, String note) {
    return PrintedNote.expected(note)
        .flatMap(
            said ->
                indicator.lines().stream()
                    .flatMap(line -> line.actuals().stream())
                    .map(Actual::expected)
                    .filter(expected -> expected != null && !expected.equals(said.asOf()))
                    .map(expected -> Reason.of("doubt-repost", said.asOf(), expected))
                    .findFirst());
  }
}
