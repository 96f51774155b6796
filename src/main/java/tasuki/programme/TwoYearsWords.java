package tasuki.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.identity.DivisionId;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/** Two years of a list side by side, on the screen, on paper and in Excel. */
@Component
class TwoYearsWords {

  /** Plan, result and share of the year before, plan and result of this one, and what is more. */
  record Cells(
      String plannedBefore,
      String settledBefore,
      String executionBefore,
      String planned,
      String settled,
      String difference) {

    static Cells of(@Nullable Money before, @Nullable Money now) {
      return new Cells(
          before == null ? "" : Figures.thousands(before.planned()),
          before == null ? "" : ReportWords.settled(before),
          before == null ? "" : ReportWords.execution(before),
          now == null ? "" : Figures.thousands(now.planned()),
          now == null ? "" : ReportWords.settled(now),
          Figures.difference(more(before, now)));
    }
  }

  /**
   * A line of the page.
   *
   * @param heading null for a programme
   * @param former its name in the year before, where that was another
   */
  record Line(
      @Nullable String heading,
      int depth,
      String counts,
      Standing standing,
      boolean repost,
      String number,
      String name,
      @Nullable String former,
      @Nullable String href,
      String division,
      String marks,
      Cells cells) {}

  /** A sum under the list. */
  record SumLine(String mark, String label, String counts, Cells cells) {}

  /** A sum of both years. */
  private record Both(String mark, String label, Report.Sum before, Report.Sum now) {}

  private final ReportWords words;
  private final Phrases say;

  TwoYearsWords(ReportWords words, Phrases say) {
    this.words = words;
    this.say = say;
  }

  /** The lines of both years. */
  List<Line> lines(TwoYears years) {
    Map<DivisionId, String> divisions = words.divisions(years.now());
    boolean numbered = years.now().edition().series().numbered();
    List<Line> lines = new ArrayList<>();
    for (TwoYears.Line line : years.lines()) {
      lines.add(
          switch (line) {
            case TwoYears.Head head -> heading(head);
            case TwoYears.Row row -> row(row, divisions, numbered);
          });
    }
    return lines;
  }

  private Line heading(TwoYears.Head head) {
    return new Line(
        head.heading().words(),
        head.heading().depth(),
        counts(head.before(), head.now()),
        Standing.CONTINUED,
        false,
        "",
        "",
        null,
        null,
        "",
        "",
        Cells.of(head.before().money(), head.now().money()));
  }

  private static Line row(TwoYears.Row row, Map<DivisionId, String> divisions, boolean numbered) {
    Report.Row latest = row.latest();
    YearEntry entry = latest.year().entry();
    return new Line(
        null,
        0,
        "",
        row.standing(),
        latest.placement().repost(),
        numbered ? Integer.toString(entry.number()) : "",
        entry.name(),
        formerName(row),
        "/programmes/years/" + latest.year().id(),
        ReportWords.division(entry, divisions),
        ReportWords.marks(entry),
        Cells.of(money(row.before()), money(row.now())));
  }

  private static @Nullable String formerName(TwoYears.Row row) {
    Report.Row before = row.before();
    return before == null || before.year().entry().name().equals(row.latest().year().entry().name())
        ? null
        : before.year().entry().name();
  }

  private static @Nullable Money money(Report.@Nullable Row row) {
    return row == null ? null : row.year().money();
  }

  /** How much more is planned than was in the year before. */
  private static long more(@Nullable Money before, @Nullable Money now) {
    return (now == null ? 0 : now.planned()) - (before == null ? 0 : before.planned());
  }

  private String counts(Report.Sum before, Report.Sum now) {
    return say.of("programme.two-years.counts", before.rows(), now.rows());
  }

  /** 合計 (A), 再掲事業計 (B) and 純合計 (A−B) of both years. */
  List<SumLine> sums(TwoYears years) {
    return both(years).stream()
        .map(
            sum ->
                new SumLine(
                    sum.mark(),
                    say.of("programme." + sum.label()),
                    counts(sum.before(), sum.now()),
                    Cells.of(sum.before().money(), sum.now().money())))
        .toList();
  }

  private static List<Both> both(TwoYears years) {
    Report before = years.before();
    Report now = years.now();
    if (before.reposted().rows() + now.reposted().rows() == 0) {
      return List.of(new Both("", "sum.all", before.gross(), now.gross()));
    }
    return List.of(
        new Both("(A)", "sum.gross", before.gross(), now.gross()),
        new Both("(B)", "sum.reposted", before.reposted(), now.reposted()),
        new Both("(A)-(B)", "sum.net", before.net(), now.net()));
  }

  /** Both years as a table for Excel and CSV. */
  Sheet sheet(TwoYears years, List<Source> sources) {
    Map<DivisionId, String> divisions = words.divisions(years.now());
    boolean numbered = years.now().edition().series().numbered();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (TwoYears.Line line : years.lines()) {
      rows.add(
          switch (line) {
            case TwoYears.Head head ->
                cells(
                    Arrays.asList(head.heading().words(), null, null, null, null, null),
                    head.before().money(),
                    head.now().money());
            case TwoYears.Row row -> cells(named(row, divisions, numbered), row);
          });
    }
    for (Both sum : both(years)) {
      rows.add(
          cells(
              Arrays.asList(null, null, null, sum.mark(), printed(sum.label()), null),
              sum.before().money(),
              sum.now().money()));
    }
    return new Sheet(
        printed("two-years"),
        title(years),
        List.of(ReportWords.legend(sources)),
        columns(years),
        rows);
  }

  private List<@Nullable Object> named(
      TwoYears.Row row, Map<DivisionId, String> divisions, boolean numbered) {
    Report.Row latest = row.latest();
    YearEntry entry = latest.year().entry();
    return Arrays.asList(
        printed("standing." + row.standing()),
        latest.placement().repost() ? printed("repost") : null,
        numbered ? Integer.valueOf(entry.number()) : null,
        entry.name(),
        ReportWords.division(entry, divisions),
        ReportWords.marks(entry));
  }

  private static List<@Nullable Object> cells(List<@Nullable Object> named, TwoYears.Row row) {
    return cells(named, money(row.before()), money(row.now()));
  }

  private static List<@Nullable Object> cells(
      List<@Nullable Object> named, @Nullable Money before, @Nullable Money now) {
    List<@Nullable Object> cells = new ArrayList<>(named);
    cells.add(before == null ? null : Figures.inThousands(before.planned()));
    cells.add(before == null ? null : before.settled());
    cells.add(before == null ? null : before.execution().orElse(null));
    cells.add(now == null ? null : Figures.inThousands(now.planned()));
    cells.add(now == null ? null : now.settled());
    cells.add(Figures.inThousands(more(before, now)));
    return cells;
  }

  private List<SheetColumn> columns(TwoYears years) {
    String before = years.before().edition().year().label(Locale.JAPANESE) + " ";
    String now = years.now().edition().year().label(Locale.JAPANESE) + " ";
    return List.of(
        SheetColumn.text(printed("standing"), 12),
        SheetColumn.text(printed("column.repost"), 6),
        SheetColumn.text(printed("column.number"), 8),
        SheetColumn.text(printed("column.name"), 40),
        SheetColumn.text(printed("column.division"), 26),
        SheetColumn.text(printed("column.funding"), 8),
        SheetColumn.count(before + printed("column.planned")),
        ReportWords.yen(before + printed("column.settled")),
        SheetColumn.share(before + printed("column.execution")),
        SheetColumn.count(now + printed("column.planned")),
        ReportWords.yen(now + printed("column.settled")),
        SheetColumn.count(printed("difference")));
  }

  /** What is printed above both years. */
  String title(TwoYears years) {
    return years.now().edition().title() + " " + printed("two-years");
  }

  private String printed(String key) {
    return say.inJapanese("programme." + key);
  }
}
