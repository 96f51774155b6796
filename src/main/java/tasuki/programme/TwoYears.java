package tasuki.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A year's list beside that of the year before (二か年対比). Both stand under one row of headings, so
 * that each remains a list with sums of its own: a programme stands where it stands now, one that
 * ended where it stood.
 *
 * @param before the former list under the common headings
 * @param now this year's list under the common headings
 */
record TwoYears(Report before, Report now, List<Line> lines) {

  /** A line of both lists. */
  sealed interface Line {}

  /** A heading with its sums of both years. */
  record Head(Heading heading, Report.Sum before, Report.Sum now) implements Line {}

  /**
   * A programme where it stands.
   *
   * @param standing of the programme between the two years, whatever the row lacks
   * @param before null where it did not stand there
   * @param now null where it does not stand there any more
   */
  record Row(Standing standing, Report.@Nullable Row before, Report.@Nullable Row now)
      implements Line {

    /** The row as it stands now, or else as it stood. */
    Report.Row latest() {
      return now == null ? Objects.requireNonNull(before) : now;
    }
  }

  /** By what a row of one year is the same row of the other, under one heading. */
  private record Key(ProgrammeId programme, boolean repost) {
    static Key of(Report.Row row) {
      return new Key(row.year().programme(), row.placement().repost());
    }
  }

  /** Lays the list of a year beside the former one. */
  static TwoYears of(Report former, Report latest) {
    CommonHeadings common = CommonHeadings.of(former.headings(), latest.headings());
    Report before = Report.put(former.edition(), common.headings(), moved(former, latest, common));
    Report now = Report.put(latest.edition(), common.headings(), latest.rows());
    return new TwoYears(before, now, lines(common.headings(), before, now));
  }

  private static List<Line> lines(List<Heading> headings, Report before, Report now) {
    Map<HeadingId, Report.Sum> sumsBefore = sums(before);
    Map<HeadingId, Report.Sum> sumsNow = sums(now);
    Map<HeadingId, Map<Key, Report.Row>> rowsBefore = rows(before);
    Map<HeadingId, Map<Key, Report.Row>> rowsNow = rows(now);
    Map<ProgrammeId, Standing> standings = standings(before, now);
    List<Line> lines = new ArrayList<>();
    for (Heading heading : headings) {
      Head head =
          new Head(
              heading,
              Objects.requireNonNull(sumsBefore.get(heading.id())),
              Objects.requireNonNull(sumsNow.get(heading.id())));
      if (head.before().rows() + head.now().rows() == 0) {
        continue;
      }
      lines.add(head);
      Map<Key, Report.Row> were = rowsBefore.getOrDefault(heading.id(), Map.of());
      Map<Key, Report.Row> are = rowsNow.getOrDefault(heading.id(), Map.of());
      Set<Key> keys = new LinkedHashSet<>(are.keySet());
      keys.addAll(were.keySet());
      for (Key key : keys) {
        Standing standing = Objects.requireNonNull(standings.get(key.programme()));
        lines.add(new Row(standing, were.get(key), are.get(key)));
      }
    }
    return lines;
  }

  /** What became of each programme: whether it is new is what the lists say, not what it says. */
  private static Map<ProgrammeId, Standing> standings(Report before, Report now) {
    Map<ProgrammeId, Standing> standings = new HashMap<>();
    before.rows().forEach(row -> standings.put(row.year().programme(), Standing.ENDED));
    for (ProgrammeYear year : now.programmes()) {
      standings.compute(
          year.programme(),
          (_, former) ->
              former == null
                  ? Standing.NEW
                  : year.entry().standing() == Standing.EXTENDED
                      ? Standing.EXTENDED
                      : Standing.CONTINUED);
    }
    return standings;
  }

  /** The former rows under the common headings, each programme that goes on where it stands now. */
  private static List<Report.Row> moved(Report former, Report latest, CommonHeadings common) {
    Map<ProgrammeId, HeadingId> places = new HashMap<>();
    for (Report.Row row : latest.rows()) {
      if (!row.placement().repost()) {
        places.put(row.year().programme(), row.placement().heading());
      }
    }
    List<Report.Row> moved = new ArrayList<>();
    for (Report.Row row : former.rows()) {
      HeadingId here = common.of(row.placement().heading());
      HeadingId place =
          row.placement().repost() ? here : places.getOrDefault(row.year().programme(), here);
      moved.add(new Report.Row(row.year(), row.placement().under(place)));
    }
    return moved;
  }

  private static Map<HeadingId, Report.Sum> sums(Report report) {
    return report.lines().stream()
        .filter(Report.Head.class::isInstance)
        .map(Report.Head.class::cast)
        .collect(Collectors.toMap(head -> head.heading().id(), Report.Head::sum));
  }

  private static Map<HeadingId, Map<Key, Report.Row>> rows(Report report) {
    Map<HeadingId, Map<Key, Report.Row>> rows = new HashMap<>();
    for (Report.Row row : report.rows()) {
      rows.computeIfAbsent(row.placement().heading(), _ -> new LinkedHashMap<>())
          .put(Key.of(row), row);
    }
    return rows;
  }
}
