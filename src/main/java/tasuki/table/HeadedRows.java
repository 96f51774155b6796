package tasuki.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the headings of each sheet while its rows pass, and hands on the rows below them. */
final class HeadedRows implements Consumer<TableRow> {

  private final List<Column> columns;
  private final Consumer<Cells> rows;

  /** The first rows of a sheet, in which the headings stand; then empty. */
  private final List<TableRow> top = new ArrayList<>();

  private @Nullable String sheet;
  private @Nullable Heading heading;
  private boolean passedOver;
  private @Nullable Fault nowhere;
  private boolean found;

  HeadedRows(List<Column> columns, Consumer<Cells> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  @Override
  public void accept(TableRow row) {
    if (!row.sheet().equals(sheet)) {
      look();
      sheet = row.sheet();
      heading = null;
      passedOver = false;
    }
    Heading known = heading;
    if (known != null) {
      rows.accept(new Cells(row, known));
    } else if (!passedOver) {
      top.add(row);
      if (top.size() == Heading.DEEPEST) {
        look();
      }
    }
  }

  /**
   * All rows have passed. A sheet without headings, such as one of notes, is passed over.
   *
   * @throws UnreadableTableException when no sheet has them
   */
  void end() {
    look();
    if (!found) {
      throw new UnreadableTableException(Objects.requireNonNull(nowhere));
    }
  }

  private void look() {
    if (top.isEmpty()) {
      return;
    }
    List<TableRow> looked = List.copyOf(top);
    top.clear();
    switch (Heading.in(looked, columns)) {
      case Heading.Found.Here(Heading here) -> {
        heading = here;
        found = true;
        looked.stream()
            .filter(row -> row.number() > here.rowNumber())
            .forEach(row -> rows.accept(new Cells(row, here)));
      }
      case Heading.Found.Nowhere(Fault fault) -> {
        nowhere = nowhere == null ? onSheet(fault) : nowhere;
        passedOver = true;
      }
    }
  }

  private Fault onSheet(Fault fault) {
    return new Fault(sheet, fault.row(), fault.column(), fault.reason(), fault.arguments());
  }
}
