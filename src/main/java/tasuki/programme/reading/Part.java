package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/**
 * A piece of a source that has one line of headings: a list, or a page of it.
 *
 * @param preface the lines above the headings that belong to it
 * @param headings null where there is none
 * @param body the lines below
 */
record Part(
    List<TableRow> preface, @Nullable TableRow headings, Columns columns, List<TableRow> body) {

  /** As many lines as stand above the headings of a page. */
  private static final int MOST_ABOVE = 12;

  private static final int LONGEST_TITLE = 120;

  /** Parts the rows of one sheet, none of them blank. */
  static List<Part> of(
      List<TableRow> rows, @Nullable Columns chosen, @Nullable TableRow chosenHeadings) {
    List<Part> parts = new ArrayList<>();
    List<Integer> headings = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isHeadings(rows.get(i), chosenHeadings)) {
        headings.add(i);
      }
    }
    if (headings.isEmpty()) {
      return List.of(
          chosen == null
              ? new Part(rows, null, Columns.NONE, List.of())
              : new Part(List.of(), null, chosen, rows));
    }
    int from = 0;
    for (int i = 0; i < headings.size(); i++) {
      int at = headings.get(i);
      int next =
          i + 1 == headings.size() ? rows.size() : prefaceFrom(rows, at + 1, headings.get(i + 1));
      List<TableRow> preface = rows.subList(from, at);
      Columns columns = chosen == null ? columns(rows.get(at), preface) : chosen;
      parts.add(new Part(preface, rows.get(at), columns, rows.subList(at + 1, next)));
      from = next;
    }
    return parts;
  }

  /** Headings are known by their words, or because they are those a person said are headings. */
  private static boolean isHeadings(TableRow row, @Nullable TableRow chosen) {
    return Columns.headed(row).isPresent() || (chosen != null && keys(row).equals(keys(chosen)));
  }

  private static List<String> keys(TableRow row) {
    return row.cells().stream().map(Plain::key).toList();
  }

  private static Columns columns(TableRow headings, List<TableRow> preface) {
    Unit noted = null;
    for (TableRow row : preface) {
      Optional<Unit> unit =
          row.cells().stream().map(Unit::inNote).filter(found -> found != null).findFirst();
      noted = unit.orElse(noted);
    }
    return Columns.headed(headings).orElse(Columns.NONE).noted(noted);
  }

  /** Where the lines above the headings of a next page begin. */
  private static int prefaceFrom(List<TableRow> rows, int after, int headings) {
    int title = headings;
    int notes = headings;
    for (int i = headings - 1; i >= after && headings - i <= MOST_ABOVE; i--) {
      String text = text(rows.get(i));
      if (text.isEmpty()) {
        break;
      }
      if (isTitle(text)) {
        title = i;
        break;
      }
      if (!Headings.read(text).isEmpty()) {
        break;
      }
      notes = notes == i + 1 && Unit.inNote(text) != null ? i : notes;
    }
    return Math.min(title, notes);
  }

  /** The text of a line of one cell, or of two of which one is the unit; else empty. */
  static String text(TableRow row) {
    List<String> texts = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    if (texts.size() == 2) {
      texts = texts.stream().filter(cell -> Unit.inNote(cell) == null).toList();
    }
    return texts.size() == 1 ? texts.getFirst() : "";
  }

  /** Whether a text looks like the title of a list. */
  static boolean isTitle(String text) {
    return text.length() <= LONGEST_TITLE
        && !text.endsWith("。")
        && (YearReading.isIn(text) || text.contains("一覧"));
  }

  /** The title above the headings; empty where there is none. */
  String title() {
    String best = "";
    int score = 0;
    for (TableRow row : preface) {
      String text = text(row);
      int found = (text.contains("一覧") ? 2 : 0) + (YearReading.isIn(text) ? 1 : 0);
      if (isTitle(text) && found >= score) {
        best = Plain.shown(text);
        score = found;
      }
    }
    return best;
  }

  /** The page where the one before it says the units this one does not. */
  Part after(Part before) {
    return withUnits(
        columns.planned() == null ? before.columns.planned() : columns.planned(),
        columns.settled() == null ? before.columns.settled() : columns.settled());
  }

  Part withUnits(@Nullable Unit planned, @Nullable Unit settled) {
    return new Part(
        preface, headings, new Columns(columns.line(), columns.places(), planned, settled), body);
  }
}
