package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/** Reads the lines below the headings of a list, page after page, and keeps where they stand. */
final class BodyReader {

  private static final Pattern NOTE =
      Pattern.compile(
          "(?:※|\\*|\\(※|\\(?注|参考資料|別紙|別添|資料).*|-\\s*\\d{1,4}\\s*-|\\d{1,4}\\s*/\\s*\\d{1,4}",
          Pattern.DOTALL);

  private final String titleKey;
  private final boolean settledPrinted;
  private final List<ListLine> lines = new ArrayList<>();
  private Columns columns = Columns.NONE;
  private List<Heading> path = List.of();

  /** A category ends with its sub-total: what comes then must name its own. */
  private boolean categoryEnded;

  private boolean titled;

  BodyReader(String title, boolean settledPrinted) {
    this.titleKey = Plain.key(title);
    this.settledPrinted = settledPrinted;
  }

  List<ListLine> lines() {
    return lines;
  }

  /** Takes a page of the list. */
  void take(Part part) {
    boolean first = lines.isEmpty();
    for (TableRow row : part.preface()) {
      lines.add(OtherLine.of(row, preface(row, first)));
    }
    if (part.headings() != null) {
      lines.add(OtherLine.of(part.headings(), OtherLine.Kind.COLUMNS));
    }
    columns = part.columns();
    part.body().forEach(row -> lines.add(line(new RowCells(row, columns))));
  }

  /** What a line above the headings is: text is harmless, what looks like a table is not. */
  private OtherLine.Kind preface(TableRow row, boolean first) {
    List<String> texts = row.cells().stream().map(Plain::of).filter(t -> !t.isEmpty()).toList();
    String all = String.join(" ", texts);
    if (!titleKey.isEmpty() && Plain.key(Part.text(row)).equals(titleKey)) {
      titled = true;
      return OtherLine.Kind.TITLE;
    }
    if (texts.size() == 1 && Unit.inNote(all) != null) {
      return OtherLine.Kind.UNIT;
    }
    boolean numbers = texts.stream().anyMatch(Amount::isNumber);
    boolean table = texts.size() > 2 || (texts.size() == 2 && numbers);
    // Between title and headings it may be a heading programmes stand under, or a part of the
    // title.
    boolean marked = titled && !Headings.read(all).isEmpty();
    boolean known = (first && !marked) || NOTE.matcher(all).matches() || Part.isTitle(all);
    return known && !table ? OtherLine.Kind.NOTE : OtherLine.Kind.UNKNOWN;
  }

  private ListLine line(RowCells cells) {
    Optional<TotalLine> total = TotalRow.read(cells);
    if (total.isPresent()) {
      TotalLine.Kind kind = total.get().kind();
      categoryEnded |= kind == TotalLine.Kind.SUBTOTAL || kind == TotalLine.Kind.SUM;
      return total.get();
    }
    List<Integer> filled = cells.filled();
    if (filled.size() == 1) {
      Optional<ListLine> alone = alone(cells, filled.getFirst());
      if (alone.isPresent()) {
        return alone.get();
      }
    }
    return isProgramme(cells)
        ? programme(cells)
        : OtherLine.of(cells.row(), OtherLine.Kind.UNKNOWN);
  }

  private static boolean isProgramme(RowCells cells) {
    int said = 0;
    for (Field field :
        List.of(
            Field.NUMBER,
            Field.CONTENT,
            Field.DIVISION,
            Field.FUNDING,
            Field.PLANNED,
            Field.SETTLED)) {
      said += cells.has(field) ? 1 : 0;
    }
    boolean named = cells.has(Field.NAME) && (cells.place(Field.NAME) > 0 || said > 0);
    return named || said > 1;
  }

  /** A line of one cell: a heading, a note, the title again. */
  private Optional<ListLine> alone(RowCells cells, int column) {
    TableRow row = cells.row();
    String printed = row.cell(column);
    String plain = cells.plain(column);
    Field field = cells.at(column);
    if (!titleKey.isEmpty() && Plain.key(plain).equals(titleKey)) {
      return Optional.of(OtherLine.of(row, OtherLine.Kind.TITLE));
    }
    if (Unit.inNote(plain) != null) {
      return Optional.of(OtherLine.of(row, OtherLine.Kind.UNIT));
    }
    if (NOTE.matcher(plain).matches()) {
      return Optional.of(OtherLine.of(row, OtherLine.Kind.NOTE));
    }
    boolean leading = column == 0 || field == Field.CATEGORY || field == Field.KIND;
    List<Heading> headings = leading ? Headings.read(printed) : List.of();
    if (headings.isEmpty()) {
      return Optional.empty();
    }
    path = Headings.below(path, headings);
    categoryEnded = false;
    List<Doubt> doubts =
        Headings.hasLooseBracket(printed)
            ? List.of(Doubt.of(Reason.BRACKETS, Plain.shown(printed)))
            : List.of();
    return Optional.of(new HeadingLine(row, headings, doubts));
  }

  private ProgrammeLine programme(RowCells cells) {
    List<Doubt> doubts = new ArrayList<>();
    category(cells, doubts);
    ProgrammeRow.Read read = ProgrammeRow.read(cells, settledPrinted);
    doubts.addAll(read.doubts());
    boolean asks = read.doubts().stream().anyMatch(Doubt::asks);
    Values suggestion = asks ? new Shift(cells, settledPrinted).back() : null;
    return new ProgrammeLine(cells.row(), path, read.values(), doubts, suggestion);
  }

  /** A merged cell names the category of every line beside it; only the first line holds it. */
  private void category(RowCells cells, List<Doubt> doubts) {
    String printed = named(cells);
    if (printed != null) {
      List<Heading> headings = Headings.read(printed);
      path =
          Headings.below(
              path,
              headings.isEmpty()
                  ? List.of(new Heading(Heading.Level.UNMARKED, "", Plain.shown(printed)))
                  : headings);
      categoryEnded = false;
    } else if (cells.columns().has(Field.CATEGORY) && (categoryEnded || path.isEmpty())) {
      doubts.add(Doubt.of(Reason.HEADING_MISSING));
    }
  }

  private static @Nullable String named(RowCells cells) {
    if (cells.has(Field.CATEGORY)) {
      return cells.row().cell(cells.place(Field.CATEGORY));
    }
    String kind = cells.row().cell(cells.place(Field.KIND));
    return kind.isEmpty() || Headings.read(kind).isEmpty() ? null : kind;
  }
}
