package tasuki.transition.rate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * What one rate counts in a fiscal year: by area, there also by 要介護 and 要支援, by month, and in all.
 * Areas and months are each together everything.
 */
record YearCounts(Map<Cell, Count> counts) {

  /** By what a row stands for itself. */
  enum Kind {
    AREA,
    MONTH,
    TOTAL
  }

  /**
   * A place of the table.
   *
   * @param code of the area or month; an area's is empty where it is not known
   */
  record Cell(Kind kind, String code, String group) {}

  /** Cases, and those of them that were done. */
  record Count(long all, long done) {

    Count plus(Count other) {
      return new Count(all + other.all, done + other.done);
    }
  }

  /** Which number of a count. */
  enum Part {
    ALL(Count::all),
    DONE(Count::done),
    MISSING(count -> count.all() - count.done());

    private final ToLongFunction<Count> number;

    Part(ToLongFunction<Count> number) {
      this.number = number;
    }

    long of(Count count) {
      return number.applyAsLong(count);
    }
  }

  static final List<String> GROUPS = List.of("CARE", "PREVENTIVE");
  static final String BOTH = "BOTH";

  YearCounts {
    counts = Map.copyOf(counts);
  }

  /**
   * Adds up.
   *
   * @param areas counts by group, for each area by its code; together they are everything
   * @param months counts of both groups; together they are the same everything
   */
  static YearCounts of(Map<String, Map<String, Count>> areas, Map<String, Count> months) {
    Map<Cell, Count> counts = new LinkedHashMap<>();
    areas.forEach(
        (code, groups) -> {
          for (String group : GROUPS) {
            Count count = groups.getOrDefault(group, new Count(0, 0));
            for (String place : List.of(group, BOTH)) {
              counts.merge(new Cell(Kind.AREA, code, place), count, Count::plus);
              counts.merge(new Cell(Kind.TOTAL, "", place), count, Count::plus);
            }
          }
        });
    months.forEach((code, count) -> counts.put(new Cell(Kind.MONTH, code, BOTH), count));
    return new YearCounts(counts);
  }

  /** Whether there is anything behind the cell from which it is summed up. */
  private static boolean isPart(Cell part, Cell whole) {
    return switch (whole.kind()) {
      case AREA ->
          part.kind() == Kind.AREA
              && part.code().equals(whole.code())
              && (whole.group().equals(BOTH) || part.group().equals(whole.group()));
      case MONTH -> part.kind() == Kind.MONTH && part.code().equals(whole.code());
      case TOTAL ->
          part.kind() == Kind.AREA
              && (whole.group().equals(BOTH) || part.group().equals(whole.group()));
    };
  }

  /** The unknowns behind the table: cells that are the sum of no others, done and not done. */
  private List<Cell> unknowns() {
    return counts.keySet().stream()
        .filter(cell -> cell.kind() == Kind.MONTH || !cell.group().equals(BOTH))
        .filter(cell -> cell.kind() != Kind.TOTAL)
        .sorted(java.util.Comparator.comparing(Cell::toString))
        .toList();
  }

  /** How many unknowns there are. */
  int width() {
    return 2 * unknowns().size();
  }

  /** A cell's number as a sum of unknowns, which begin at the place. */
  long[] figure(Cell cell, Part part, int at, int width) {
    long[] figure = new long[width];
    List<Cell> unknowns = unknowns();
    for (int i = 0; i < unknowns.size(); i++) {
      if (isPart(unknowns.get(i), cell)) {
        figure[at + 2 * i] = part == Part.MISSING ? 0 : 1;
        figure[at + 2 * i + 1] = part == Part.DONE ? 0 : 1;
      }
    }
    return figure;
  }

  /** What everybody knows of the table: months and areas are the same cases. */
  List<long[]> sums(int at, int width) {
    return List.of(sum(Part.DONE, at, width), sum(Part.MISSING, at, width));
  }

  private long[] sum(Part part, int at, int width) {
    long[] sum = new long[width];
    for (Cell cell : unknowns()) {
      long[] figure = figure(cell, part, at, width);
      for (int i = 0; i < width; i++) {
        sum[i] += cell.kind() == Kind.MONTH ? -figure[i] : figure[i];
      }
    }
    return sum;
  }

  /** In a settled order. */
  Map<Cell, Count> sorted() {
    Map<Cell, Count> sorted = new TreeMap<>(java.util.Comparator.comparing(Cell::toString));
    sorted.putAll(counts);
    return sorted;
  }
}
