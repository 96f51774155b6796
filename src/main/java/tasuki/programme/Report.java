package tasuki.programme;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A year's list as it is printed: headings with their rows and sums, 合計 (A), 再掲事業計 (B) and 純合計
 * (A−B). Every sum is computed from the rows, so gross, re-posted and net always agree.
 *
 * @param gross every row, also what stands there again (A)
 * @param reposted what stands there again (B)
 * @param net every programme once (A−B)
 */
public record Report(Edition edition, List<Line> lines, Sum gross, Sum reposted, Sum net) {

  /** A line of the list. */
  public sealed interface Line {}

  /**
   * A heading.
   *
   * @param sum of everything under it, also under the headings below, re-posts included
   */
  public record Head(Heading heading, Sum sum) implements Line {}

  /** 小計: the sum of a heading behind all that stands under it, where a list prints one. */
  public record Subtotal(Heading heading, Sum sum) implements Line {}

  /** A programme where it stands. */
  public record Row(ProgrammeYear year, Placement placement) implements Line {}

  /** Rows and their money together. */
  public record Sum(int rows, Money money) {

    static final Sum NONE = new Sum(0, Money.NONE);

    Sum plus(Money more) {
      return new Sum(rows + 1, money.plus(more));
    }

    Sum plus(Sum other) {
      return new Sum(rows + other.rows, money.plus(other.money));
    }
  }

  /**
   * Puts a list together.
   *
   * @param headings in the order of printing, a parent before what stands under it
   * @param years in the order of their numbers; what they say of headings not given is left out
   */
  public static Report of(Edition edition, List<Heading> headings, List<ProgrammeYear> years) {
    List<Row> rows = new ArrayList<>();
    for (ProgrammeYear year : years) {
      year.entry().placements().forEach(placement -> rows.add(new Row(year, placement)));
    }
    return put(edition, headings, rows);
  }

  /** Puts rows under the headings that their placements name, in the order of their positions. */
  static Report put(Edition edition, List<Heading> headings, List<Row> standing) {
    Map<HeadingId, List<Row>> rows = under(standing);
    Map<HeadingId, Sum> sums = sums(headings, rows);
    List<Line> lines = new ArrayList<>();
    Sum net = Sum.NONE;
    Sum reposted = Sum.NONE;
    for (Heading heading : headings) {
      lines.add(new Head(heading, Objects.requireNonNull(sums.get(heading.id()))));
      for (Row row : rows.getOrDefault(heading.id(), List.of())) {
        lines.add(row);
        if (row.placement().repost()) {
          reposted = reposted.plus(row.year().money());
        } else {
          net = net.plus(row.year().money());
        }
      }
    }
    return new Report(edition, lines, net.plus(reposted), reposted, net);
  }

  private static Map<HeadingId, List<Row>> under(List<Row> standing) {
    Map<HeadingId, List<Row>> rows = new HashMap<>();
    for (Row row : standing) {
      rows.computeIfAbsent(row.placement().heading(), _ -> new ArrayList<>()).add(row);
    }
    rows.values()
        .forEach(
            under ->
                under.sort(
                    Comparator.comparingInt((Row row) -> row.placement().position())
                        .thenComparingInt(row -> row.year().entry().number())));
    return rows;
  }

  private static Map<HeadingId, Sum> sums(List<Heading> headings, Map<HeadingId, List<Row>> rows) {
    Map<HeadingId, Sum> sums = new LinkedHashMap<>();
    for (Heading heading : headings.reversed()) {
      Sum own = Sum.NONE;
      for (Row row : rows.getOrDefault(heading.id(), List.of())) {
        own = own.plus(row.year().money());
      }
      Sum below = sums.getOrDefault(heading.id(), Sum.NONE).plus(own);
      sums.put(heading.id(), below);
      HeadingId parent = heading.parent();
      if (parent != null) {
        sums.merge(parent, below, Sum::plus);
      }
    }
    return sums;
  }

  /** The lines as they are printed: a numbered list has 小計 behind what stands under a heading. */
  List<Line> printed() {
    if (!edition.series().numbered()) {
      return lines;
    }
    List<Line> printed = new ArrayList<>();
    Deque<Head> open = new ArrayDeque<>();
    for (Line line : lines) {
      if (line instanceof Head head) {
        close(open, head.heading().parent(), printed);
        open.push(head);
      }
      printed.add(line);
    }
    close(open, null, printed);
    return printed;
  }

  /** Ends the headings under which nothing more comes, down to the one that goes on. */
  private static void close(Deque<Head> open, @Nullable HeadingId goesOn, List<Line> printed) {
    while (!open.isEmpty() && !open.peek().heading().id().equals(goesOn)) {
      Head ended = open.pop();
      if (ended.sum().rows() > 0) {
        printed.add(new Subtotal(ended.heading(), ended.sum()));
      }
    }
  }

  /** The headings of the list, in its order. */
  public List<Heading> headings() {
    return lines.stream()
        .filter(Head.class::isInstance)
        .map(line -> ((Head) line).heading())
        .toList();
  }

  /** The rows of the list, in its order. */
  List<Row> rows() {
    return lines.stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
  }

  /** The programmes of the list, each once. */
  public List<ProgrammeYear> programmes() {
    Set<YearId> seen = new HashSet<>();
    return rows().stream().map(Row::year).filter(year -> seen.add(year.id())).toList();
  }
}
