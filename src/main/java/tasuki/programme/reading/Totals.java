package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tasuki.programme.reading.TotalCheck.Sum;

/**
 * Computes every sum a list prints. A pure function of the lines: after a person corrected some it
 * is asked again.
 */
public final class Totals {

  private final Map<List<Heading>, Sum> byHeading = new HashMap<>();
  private Sum all = Sum.NOTHING;
  private Sum reposted = Sum.NOTHING;

  private Totals(List<ListLine> lines) {
    for (ListLine line : lines) {
      if (line instanceof ProgrammeLine programme) {
        Values values = programme.values();
        all = all.plus(values);
        reposted = values.isRepost() ? reposted.plus(values) : reposted;
        for (int depth = 1; depth <= programme.path().size(); depth++) {
          byHeading.merge(
              programme.path().subList(0, depth),
              Sum.NOTHING.plus(values),
              (sum, _) -> sum.plus(values));
        }
      }
    }
  }

  /** The printed sums in their order, each beside the computed one. */
  public static List<TotalCheck> check(List<ListLine> lines) {
    Totals totals = new Totals(lines);
    List<TotalCheck> checks = new ArrayList<>();
    List<Heading> path = List.of();
    Sum since = Sum.NOTHING;
    for (ListLine line : lines) {
      switch (line) {
        case ProgrammeLine programme -> {
          path = programme.path();
          since = since.plus(programme.values());
        }
        case TotalLine total -> {
          checks.add(new TotalCheck(total, totals.computed(total, path, since)));
          since = ends(total.kind()) ? Sum.NOTHING : since;
        }
        case HeadingLine _, OtherLine _ -> {}
      }
    }
    return List.copyOf(checks);
  }

  private static boolean ends(TotalLine.Kind kind) {
    return kind == TotalLine.Kind.SUBTOTAL || kind == TotalLine.Kind.SUM;
  }

  private @Nullable Sum computed(TotalLine total, List<Heading> path, Sum since) {
    return switch (total.kind()) {
      case SUBTOTAL -> total.of().isEmpty() ? since : named(total.of(), path);
      case SUM -> since.count() == 0 ? all : since;
      case GROSS -> all;
      case REPOSTED -> reposted;
      case NET -> all.minus(reposted);
    };
  }

  /** The sum of a heading: the one just above, or else the only one of that name in the list. */
  private @Nullable Sum named(String name, List<Heading> path) {
    for (int depth = path.size(); depth > 0; depth--) {
      if (isNamed(path.get(depth - 1), name)) {
        return byHeading.get(path.subList(0, depth));
      }
    }
    List<Sum> found = new ArrayList<>();
    byHeading.forEach(
        (headings, sum) -> {
          if (isNamed(headings.getLast(), name)) {
            found.add(sum);
          }
        });
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static boolean isNamed(Heading heading, String name) {
    return Objects.equals(heading.mark(), name)
        || Plain.key(heading.name()).equals(name)
        || Plain.key(heading.mark() + heading.name()).equals(name);
  }
}
