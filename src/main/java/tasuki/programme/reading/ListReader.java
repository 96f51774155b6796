package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/**
 * Reads lists of programmes as they are printed. What is certain becomes a value; the rest becomes
 * a doubt beside its line. The same rows give the same reading, always.
 */
public final class ListReader {

  private ListReader() {}

  /**
   * Reads the rows of a file or of a pasted text. A new title with its own headings begins a new
   * list; the same title again is the next page of the same list; a sheet is a list of its own.
   *
   * @param chosen what a person said the columns hold; null to go by the headings
   */
  public static List<ListReading> read(List<TableRow> rows, @Nullable Columns chosen) {
    Map<String, List<TableRow>> sheets = new LinkedHashMap<>();
    for (TableRow row : rows) {
      if (!row.cells().stream().allMatch(String::isBlank)) {
        sheets.computeIfAbsent(row.sheet(), _ -> new ArrayList<>()).add(row);
      }
    }
    TableRow headings = chosen == null ? null : row(rows, chosen.line());
    List<ListReading> readings = new ArrayList<>();
    for (List<TableRow> sheet : sheets.values()) {
      for (List<Part> pages : lists(Part.of(sheet, chosen, headings))) {
        readings.add(of(pages, chosen != null));
      }
    }
    return List.copyOf(readings);
  }

  private static @Nullable TableRow row(List<TableRow> rows, int number) {
    return rows.stream().filter(row -> row.number() == number).findFirst().orElse(null);
  }

  /** The pages of each list of a sheet. A page that names no unit has that of the page before. */
  private static List<List<Part>> lists(List<Part> parts) {
    List<List<Part>> lists = new ArrayList<>();
    String title = "";
    for (Part part : parts) {
      String own = part.title();
      boolean next = !own.isEmpty() && !Plain.key(own).equals(Plain.key(title));
      if (lists.isEmpty() || next) {
        lists.add(new ArrayList<>());
        title = own;
      }
      List<Part> pages = lists.getLast();
      pages.add(pages.isEmpty() ? part : part.after(pages.getLast()));
    }
    return lists;
  }

  private static ListReading of(List<Part> pages, boolean chosen) {
    Part first = pages.getFirst();
    String title = first.title();
    List<Doubt> doubts = new ArrayList<>();
    BodyReader body = new BodyReader(title, isSettledPrinted(pages));
    boolean unitsAgree = unitsAgree(pages);
    for (Part page : pages) {
      body.take(unitsAgree ? page : page.withUnits(null, null));
    }
    YearReading year = YearReading.of(title);
    if (first.columns().places().isEmpty()) {
      doubts.add(Doubt.of(Reason.NO_COLUMNS));
    } else {
      doubts.addAll(year.doubts());
      doubts.addAll(ofColumns(first, chosen));
    }
    if (!unitsAgree) {
      doubts.add(Doubt.of(Reason.UNITS_SEVERAL));
    }
    return new ListReading(
        (first.headings() == null ? source(first) : first.headings()).sheet(),
        title,
        year.year(),
        first.columns(),
        first.headings() == null ? Map.of() : Columns.legend(first.headings()),
        ListDoubts.renewed(body.lines()),
        doubts);
  }

  private static TableRow source(Part part) {
    return part.preface().isEmpty() ? part.body().getFirst() : part.preface().getFirst();
  }

  private static List<Doubt> ofColumns(Part first, boolean chosen) {
    List<Doubt> doubts = new ArrayList<>();
    if (first.headings() != null && !chosen) {
      doubts.addAll(Columns.doubts(first.headings()));
    }
    Columns columns = first.columns();
    if (columns.money() == 0) {
      doubts.add(Doubt.of(Reason.MONEY_COLUMN_MISSING));
    }
    boolean planned = columns.has(Field.PLANNED) && columns.planned() == null;
    boolean settled = columns.has(Field.SETTLED) && columns.settled() == null;
    if (planned || settled) {
      doubts.add(Doubt.of(Reason.UNIT_MISSING));
    }
    return doubts;
  }

  /** Whether any line prints settled money: then one that does not is in doubt. */
  private static boolean isSettledPrinted(List<Part> pages) {
    for (Part page : pages) {
      Integer place = page.columns().places().get(Field.SETTLED);
      if (place != null
          && page.body().stream().anyMatch(row -> Amount.isNumber(Plain.of(row.cell(place))))) {
        return true;
      }
    }
    return false;
  }

  private static boolean unitsAgree(List<Part> pages) {
    Columns first = pages.getFirst().columns();
    return pages.stream()
        .map(Part::columns)
        .allMatch(
            page ->
                Objects.equals(page.planned(), first.planned())
                    && Objects.equals(page.settled(), first.settled()));
  }
}
