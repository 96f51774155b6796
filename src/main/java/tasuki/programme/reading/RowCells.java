package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/** The cells of a row by what their columns hold. */
final class RowCells {

  private final TableRow row;
  private final Columns columns;
  private final List<String> plain;
  private final List<Integer> filled;
  private final @Nullable Field[] fields;

  RowCells(TableRow row, Columns columns) {
    this.row = row;
    this.columns = columns;
    this.plain = new ArrayList<>(row.cells().size());
    this.filled = new ArrayList<>();
    for (String cell : row.cells()) {
      String text = Plain.of(cell);
      if (!text.isEmpty()) {
        filled.add(plain.size());
      }
      plain.add(text);
    }
    this.fields = new @Nullable Field[columns.width()];
    columns.places().forEach((field, place) -> fields[place] = field);
  }

  TableRow row() {
    return row;
  }

  Columns columns() {
    return columns;
  }

  /** The columns in which something is written. */
  List<Integer> filled() {
    return filled;
  }

  /** A cell in plain spelling; empty beyond the last. */
  String plain(int column) {
    return column < 0 || column >= plain.size() ? "" : plain.get(column);
  }

  String plain(Field field) {
    return plain(place(field));
  }

  /** A cell as printed, on one line. */
  String printed(Field field) {
    return Plain.shown(row.cell(place(field)));
  }

  boolean has(Field field) {
    return !plain(field).isEmpty();
  }

  int place(Field field) {
    Integer place = columns.places().get(field);
    return place == null ? -1 : place;
  }

  @Nullable Field at(int column) {
    return column < fields.length ? fields[column] : null;
  }

  /** The same row with other cells. */
  RowCells with(List<String> cells) {
    return new RowCells(new TableRow(row.sheet(), row.number(), cells), columns);
  }
}
