package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the one way in which the cells of a row, shifted back, leave nothing in doubt. Where
 * there is none, or more than one, nothing is suggested.
 */
final class Shift {

  private final RowCells cells;
  private final boolean settledPrinted;

  Shift(RowCells cells, boolean settledPrinted) {
    this.cells = cells;
    this.settledPrinted = settledPrinted;
  }

  @Nullable Values back() {
    Set<Values> possible = new LinkedHashSet<>();
    List<String> parted = parted();
    if (parted != null) {
      take(parted, possible);
    }
    for (int column : cells.filled()) {
      take(moved(column, true), possible);
      if (column > 0 && cells.plain(column - 1).isEmpty()) {
        take(moved(column - 1, false), possible);
      }
    }
    return possible.size() == 1 ? possible.iterator().next() : null;
  }

  private void take(List<String> cellsBack, Set<Values> possible) {
    // Cheap, and true of nearly every wrong way.
    if (!isNumber(cellsBack, Field.PLANNED)
        || (settledPrinted && !isNumber(cellsBack, Field.SETTLED))) {
      return;
    }
    ProgrammeRow.Read read = ProgrammeRow.read(cells.with(cellsBack), settledPrinted);
    Values values = read.values();
    if (read.doubts().stream().noneMatch(Doubt::asks) && !values.name().isEmpty()) {
      possible.add(values);
    }
  }

  private boolean isNumber(List<String> cellsBack, Field field) {
    int place = cells.place(field);
    return place >= 0
        && place < cellsBack.size()
        && Amount.isNumber(Plain.of(cellsBack.get(place)));
  }

  /** The row with one cell more or one blank cell less before a column. */
  private List<String> moved(int column, boolean right) {
    List<String> moved = new ArrayList<>(cells.row().cells());
    if (right) {
      moved.add(column, "");
    } else {
      moved.remove(column);
    }
    return moved;
  }

  /** The row with the marks of the money taken from the division's end, its numbers one further. */
  private @Nullable List<String> parted() {
    int division = cells.place(Field.DIVISION);
    int funding = cells.place(Field.FUNDING);
    if (division < 0 || funding < 0) {
      return null;
    }
    String written = cells.row().cell(division).strip();
    int marks = ProgrammeRow.marksAtEnd(written);
    int last = Math.max(cells.place(Field.PLANNED), cells.place(Field.SETTLED));
    if (marks == written.length() || marks == 0 || last < funding || !cells.plain(last).isEmpty()) {
      return null;
    }
    List<String> parted = new ArrayList<>(cells.row().cells());
    while (parted.size() <= last) {
      parted.add("");
    }
    parted.remove(last);
    parted.set(division, written.substring(0, marks).strip());
    parted.add(funding, written.substring(marks));
    return parted;
  }
}
