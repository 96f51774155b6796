package tasuki.transition.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tasuki.transition.rate.YearCounts.Cell;
import tasuki.transition.rate.YearCounts.Count;
import tasuki.transition.rate.YearCounts.Kind;
import tasuki.transition.rate.YearCounts.Part;

/**
 * What everybody may see of a rate and year. Counts from one to nine are hidden, of the cases done,
 * not done and all, and with them what would tell them. That there was nobody tells nothing of
 * anybody (NDB guideline: 0 is excepted). A revision (改訂) is hidden together with all that was
 * published before: a change by one to nine is as small a count as any other.
 *
 * @param told what of the counts themselves is said, by cell
 * @param shown what stands on the page
 */
record PublicTable(YearCounts counts, Map<Cell, Told> told, Map<Cell, Shown> shown) {

  /** Which numbers of a count are said. */
  record Told(boolean all, boolean done) {}

  /**
   * A count on the page; null where it is hidden.
   *
   * @param former whether it is the figure published before, because the new one is hidden
   */
  record Shown(@Nullable Long all, @Nullable Long done, boolean former) {

    @Nullable BigDecimal share() {
      return all == null || done == null ? null : Tally.share(done, all);
    }

    private boolean isLike(@Nullable Shown other) {
      return other != null
          && Objects.equals(all, other.all())
          && Objects.equals(done, other.done());
    }

    private int numbers() {
      return (all == null ? 0 : 1) + (done == null ? 0 : 1);
    }
  }

  private record Figure(Cell cell, Part part, long value) {}

  private static final int SMALL = 10;

  PublicTable {
    told = Map.copyOf(told);
    shown = Map.copyOf(shown);
  }

  /**
   * Hides what has to be hidden.
   *
   * @param before what was published of the year so far, the first one first
   */
  static PublicTable of(YearCounts counts, List<PublicTable> before) {
    Deduction reader = new Deduction();
    List<YearCounts> versions = new ArrayList<>(before.stream().map(PublicTable::counts).toList());
    versions.add(counts);
    int width = versions.stream().mapToInt(YearCounts::width).sum();
    int[] places = new int[versions.size()];
    for (int i = 1; i < places.length; i++) {
      places[i] = places[i - 1] + versions.get(i - 1).width();
    }
    for (int i = 0; i < places.length; i++) {
      versions.get(i).sums(places[i], width).forEach(reader::knows);
    }
    for (int i = 0; i < before.size(); i++) {
      before.get(i).figuresTold(places[i], width).forEach(reader::knows);
    }
    secrets(versions, places, width).forEach(reader::keepsSecret);
    int last = places.length - 1;
    Map<Cell, Told> told = told(counts, reader, places[last], width);
    PublicTable former = before.isEmpty() ? null : before.getLast();
    return new PublicTable(counts, told, shown(counts, told, former));
  }

  private List<long[]> figuresTold(int at, int width) {
    List<long[]> figures = new ArrayList<>();
    told.forEach(
        (cell, which) -> {
          if (which.all()) {
            figures.add(counts.figure(cell, Part.ALL, at, width));
          }
          if (which.done()) {
            figures.add(counts.figure(cell, Part.DONE, at, width));
          }
        });
    return figures;
  }

  /** Small counts of each version, and small differences between any two of them. */
  private static List<long[]> secrets(List<YearCounts> versions, int[] places, int width) {
    List<long[]> secrets = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      YearCounts version = versions.get(i);
      for (Map.Entry<Cell, Count> one : version.sorted().entrySet()) {
        for (Part part : Part.values()) {
          long[] figure = version.figure(one.getKey(), part, places[i], width);
          if (isSmall(part.of(one.getValue()))) {
            secrets.add(figure);
          }
          for (int earlier = 0; earlier < i; earlier++) {
            YearCounts other = versions.get(earlier);
            Count former = other.counts().get(one.getKey());
            if (former != null && isSmall(part.of(one.getValue()) - part.of(former))) {
              secrets.add(minus(figure, other.figure(one.getKey(), part, places[earlier], width)));
            }
          }
        }
      }
    }
    return secrets;
  }

  private static boolean isSmall(long number) {
    return number != 0 && Math.abs(number) < SMALL;
  }

  private static long[] minus(long[] one, long[] other) {
    long[] difference = new long[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }

  /** As much as can be told, what matters most first: a later number never costs an earlier one. */
  private static Map<Cell, Told> told(YearCounts counts, Deduction reader, int at, int width) {
    List<Figure> wanted = new ArrayList<>();
    counts
        .sorted()
        .forEach(
            (cell, count) -> {
              wanted.add(new Figure(cell, Part.ALL, count.all()));
              wanted.add(new Figure(cell, Part.DONE, count.done()));
            });
    wanted.sort(
        Comparator.comparing((Figure figure) -> figure.value() != 0)
            .thenComparing(figure -> -weight(figure))
            .thenComparing(figure -> -figure.value()));
    Map<Cell, Told> told = new LinkedHashMap<>();
    for (Figure figure : wanted) {
      boolean shows = reader.shows(counts.figure(figure.cell(), figure.part(), at, width));
      told.merge(
          figure.cell(),
          new Told(shows && figure.part() == Part.ALL, shows && figure.part() == Part.DONE),
          (one, other) -> new Told(one.all() || other.all(), one.done() || other.done()));
    }
    return told;
  }

  private static int weight(Figure figure) {
    return (figure.cell().kind() == Kind.TOTAL ? 4 : 0)
        + (figure.cell().group().equals(YearCounts.BOTH) ? 2 : 0)
        + (figure.part() == Part.ALL ? 1 : 0);
  }

  private static Map<Cell, Shown> shown(
      YearCounts counts, Map<Cell, Told> told, @Nullable PublicTable former) {
    Map<Cell, Shown> shown = new LinkedHashMap<>();
    told.forEach(
        (cell, which) -> {
          Count count = counts.counts().getOrDefault(cell, new Count(0, 0));
          Shown now =
              new Shown(
                  which.all() ? count.all() : null, which.done() ? count.done() : null, false);
          Shown then = former == null ? null : former.shown().get(cell);
          shown.put(
              cell,
              then != null && then.numbers() > now.numbers()
                  ? new Shown(then.all(), then.done(), true)
                  : now);
        });
    return shown;
  }

  /** Whether any number stands on the page that did not stand on the former one. */
  boolean saysMoreThan(Map<Cell, Shown> former) {
    return shown.entrySet().stream()
        .filter(one -> !one.getValue().former() && one.getValue().numbers() > 0)
        .anyMatch(one -> !one.getValue().isLike(former.get(one.getKey())));
  }
}
