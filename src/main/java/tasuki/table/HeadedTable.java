package tasuki.table;

import java.util.function.Consumer;

/** A table of whose columns it is known what they mean. */
@FunctionalInterface
public interface HeadedTable {

  /** Goes through the rows below the headings; as often as wanted, each time from the first. */
  void forEach(Consumer<Cells> rows);
}
