package tasuki.table;

import java.util.List;

/**
 * A list that anybody's own table can fill: where its headings are not the list's, an officer says
 * once which column means what, and tables with the same headings are read so from then on.
 */
public interface MappedKind extends ListKind {

  /** What the list wants to know of each row, by the names it is usually headed with. */
  List<Column> columns();

  /** Takes or rejects the rows of a table, however it is headed. */
  void read(HeadedTable table, ListRows rows);

  @Override
  default void read(ListFile file, ListRows rows) {
    read(each -> Tables.read(file, columns(), each), rows);
  }
}
