package tasuki.table;

import java.util.List;

/**
 * A row as it stands in a file.
 *
 * @param sheet name of the sheet; empty for a file without sheets
 * @param number counted from 1, as the program that made the file shows it
 * @param cells texts without spaces around; numbers in plain digits, days as {@code 2026-11-24}
 */
public record TableRow(String sheet, int number, List<String> cells) {

  public TableRow {
    cells = List.copyOf(cells);
  }

  /** The text in a column, counted from 0; empty beyond the last. */
  public String cell(int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isEmpty);
  }
}
