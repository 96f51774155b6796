package tasuki.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.identity.Division;
import tasuki.identity.DivisionId;
import tasuki.identity.Divisions;
import tasuki.programme.Report.Head;
import tasuki.programme.Report.Row;
import tasuki.programme.Report.Subtotal;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/** A year's list as officers print it, on the screen, on paper and in Excel. */
@Component
class ReportWords {

  /**
   * A line of the page.
   *
   * @param heading null for a programme and a sub-total
   * @param depth of a heading
   * @param subtotal of a heading, as it is printed; null for everything else
   * @param rows how many stand under a heading
   */
  record Line(
      @Nullable String heading,
      @Nullable String headingId,
      int depth,
      @Nullable String subtotal,
      int rows,
      String service,
      boolean isNew,
      boolean repost,
      String number,
      String name,
      @Nullable String href,
      String content,
      String division,
      String marks,
      String planned,
      String settled,
      String execution) {}

  /** A sum under the list. */
  record SumLine(String mark, String label, int rows, String planned, String settled) {}

  /** A longer name is not read as that of a sum. */
  private static final int LONGEST_NAMED = 60;

  private static final int YEN_WIDTH = 18;

  private final Divisions divisions;
  private final Phrases say;

  ReportWords(Divisions divisions, Phrases say) {
    this.divisions = divisions;
    this.say = say;
  }

  /** The lines of the list. */
  List<Line> lines(Report report) {
    return lines(report, report.lines());
  }

  /** The lines of the list as it is printed, with its sub-totals. */
  List<Line> printedLines(Report report) {
    return lines(report, report.printed());
  }

  private List<Line> lines(Report report, List<Report.Line> shown) {
    Map<DivisionId, String> names = divisions(report);
    boolean numbered = report.edition().series().numbered();
    List<Line> lines = new ArrayList<>();
    for (Report.Line line : shown) {
      lines.add(
          switch (line) {
            case Head head -> sum(head.heading(), head.heading().words(), null, head.sum());
            case Subtotal end -> sum(end.heading(), null, subtotal(end.heading()), end.sum());
            case Row row -> row(row, names, numbered);
          });
    }
    return lines;
  }

  private static Line sum(
      Heading heading, @Nullable String words, @Nullable String subtotal, Report.Sum sum) {
    return new Line(
        words,
        heading.id().toString(),
        heading.depth(),
        subtotal,
        sum.rows(),
        "",
        false,
        false,
        "",
        "",
        null,
        "",
        "",
        "",
        Figures.thousands(sum.money().planned()),
        settled(sum.money()),
        execution(sum.money()));
  }

  /** Of what it is the sum is said by the mark, as whoever reads the list again knows it by. */
  private String subtotal(Heading heading) {
    String named = heading.mark().isEmpty() ? heading.name() : heading.mark();
    return named.length() > LONGEST_NAMED
        ? printed("sum.subtotal")
        : named + " " + printed("sum.subtotal");
  }

  private Line row(Row row, Map<DivisionId, String> names, boolean numbered) {
    YearEntry entry = row.year().entry();
    Money money = row.year().money();
    String service = row.placement().service();
    String content = entry.content();
    return new Line(
        null,
        null,
        0,
        null,
        1,
        service == null ? "" : service,
        entry.standing() == Standing.NEW,
        row.placement().repost(),
        numbered ? Integer.toString(entry.number()) : "",
        entry.name(),
        "/programmes/years/" + row.year().id(),
        content == null ? "" : content,
        division(entry, names),
        marks(entry),
        Figures.thousands(money.planned()),
        settled(money),
        execution(money));
  }

  /** 合計 (A), 再掲事業計 (B) and 純合計 (A−B); only the sum where nothing stands twice. */
  List<SumLine> sums(Report report) {
    if (report.reposted().rows() == 0) {
      return List.of(sum("", "sum.all", report.gross()));
    }
    return List.of(
        sum("(A)", "sum.gross", report.gross()),
        sum("(B)", "sum.reposted", report.reposted()),
        sum("(A)-(B)", "sum.net", report.net()));
  }

  private SumLine sum(String mark, String label, Report.Sum sum) {
    return new SumLine(
        mark,
        say.of("programme." + label),
        sum.rows(),
        Figures.thousands(sum.money().planned()),
        settled(sum.money()));
  }

  static String settled(Money money) {
    Long settled = money.settled();
    return settled == null ? "" : Figures.yen(settled);
  }

  static String execution(Money money) {
    return money.execution().map(share -> Figures.percent(share) + "%").orElse("");
  }

  static String marks(YearEntry entry) {
    return entry.funding().stream().map(Funding::mark).collect(Collectors.joining());
  }

  /** Which money a mark is, as the list says it on top. */
  static String legend(Collection<Source> sources) {
    return sources.stream().map(one -> one.mark() + one.name()).collect(Collectors.joining("　"));
  }

  /** The division as it is printed. */
  static String division(YearEntry entry, Map<DivisionId, String> names) {
    String words = entry.divisionWords();
    return words == null ? names.getOrDefault(entry.division(), "") : words;
  }

  /** The divisions of whoever keeps the list. */
  Map<DivisionId, String> divisions(Report report) {
    Map<DivisionId, String> names = new HashMap<>();
    for (Division one : divisions.of(report.edition().series().organization())) {
      names.put(one.id(), one.name());
    }
    return names;
  }

  /** The list as a table for Excel and CSV, as it is printed. */
  Sheet sheet(Report report, List<Source> sources) {
    boolean numbered = report.edition().series().numbered();
    boolean settled = report.gross().money().settled() != null;
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Map<DivisionId, String> names = divisions(report);
    for (Report.Line line : report.printed()) {
      rows.add(
          switch (line) {
            case Head head -> cells(head.heading().words(), 9);
            case Subtotal end -> subtotalCells(end).cells(settled);
            case Row row -> cells(row, names, numbered, settled);
          });
    }
    for (SumCells sum : sumCells(report)) {
      rows.add(sum.cells(settled));
    }
    List<SheetColumn> columns =
        new ArrayList<>(
            List.of(
                SheetColumn.text(printed("column.service"), 16),
                SheetColumn.text(printed("column.new"), 6),
                SheetColumn.text(printed("column.repost"), 6),
                SheetColumn.text(printed("column.number"), 8),
                SheetColumn.text(printed("column.name"), 34),
                SheetColumn.text(printed("column.content"), 60),
                SheetColumn.text(printed("column.division"), 26),
                SheetColumn.text(printed("column.funding"), 8),
                SheetColumn.count(printed("column.planned"))));
    if (settled) {
      columns.add(yen(printed("column.settled")));
    }
    String title = report.edition().title();
    return new Sheet(
        report.edition().year().label(Locale.JAPANESE),
        title,
        List.of(legend(sources)),
        columns,
        rows);
  }

  /** A column wide enough for yen that are not cut to thousands. */
  static SheetColumn yen(String label) {
    return new SheetColumn(label, YEN_WIDTH, SheetColumn.Kind.COUNT);
  }

  /** Printed lists are Japanese for every reader, as those who receive them read Japanese. */
  private String printed(String key, Object... arguments) {
    return say.inJapanese("programme." + key, arguments);
  }

  private static List<@Nullable Object> cells(String first, int columns) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(first);
    while (cells.size() < columns) {
      cells.add(null);
    }
    return cells;
  }

  private List<@Nullable Object> cells(
      Row row, Map<DivisionId, String> names, boolean numbered, boolean settled) {
    YearEntry entry = row.year().entry();
    Money money = row.year().money();
    List<@Nullable Object> cells =
        new ArrayList<>(
            Arrays.<@Nullable Object>asList(
                row.placement().service(),
                entry.standing() == Standing.NEW ? "○" : null,
                row.placement().repost() ? printed("repost") : null,
                numbered ? Integer.valueOf(entry.number()) : null,
                entry.name(),
                entry.content(),
                division(entry, names),
                marks(entry),
                Figures.inThousands(money.planned())));
    if (settled) {
      cells.add(money.settled());
    }
    return cells;
  }

  private record SumCells(String mark, String label, Money money) {
    List<@Nullable Object> cells(boolean settled) {
      List<@Nullable Object> cells = ReportWords.cells("", 9);
      cells.set(6, mark);
      cells.set(7, label);
      cells.set(8, Figures.inThousands(money.planned()));
      if (settled) {
        cells.add(money.settled());
      }
      return cells;
    }
  }

  private SumCells subtotalCells(Subtotal end) {
    String rows = printed("sum.rows", Integer.toString(end.sum().rows()));
    return new SumCells(subtotal(end.heading()), rows, end.sum().money());
  }

  private List<SumCells> sumCells(Report report) {
    if (report.reposted().rows() == 0) {
      return List.of(new SumCells("", printed("sum.all"), report.gross().money()));
    }
    return List.of(
        new SumCells("(A)", printed("sum.gross"), report.gross().money()),
        new SumCells("(B)", printed("sum.reposted"), report.reposted().money()),
        new SumCells("(A)-(B)", printed("sum.net"), report.net().money()));
  }
}
