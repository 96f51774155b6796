package tasuki.table;

import java.util.List;

/** What became of a file: its rows, or why it cannot be read. */
public sealed interface TableReading {

  /** The rows of all sheets in their order; rows without any text are left out. */
  record Rows(List<TableRow> rows) implements TableReading {}

  /** No table, a damaged one, or one too large. */
  record Unreadable(Fault fault) implements TableReading {}
}
