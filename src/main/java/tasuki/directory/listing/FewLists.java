package tasuki.directory.listing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tasuki.table.Fault;
import tasuki.table.ListRows;
import tasuki.table.UnreadableTableException;

/**
 * Takes the rows of an officer's own table as long as they name few lists: where nearly every row
 * names another one, the column is not that of the list's name.
 */
record FewLists(ListRows rows, Set<String> names) implements ListRows {

  private static final int MOST = 50;

  FewLists(ListRows rows) {
    this(rows, new HashSet<>());
  }

  @Override
  public void take(int line, String scope, String key, String content) {
    if (names.add(scope) && names.size() > MOST) {
      throw new UnreadableTableException("directory.list.many-lists", MOST);
    }
    rows.take(line, scope, key, content);
  }

  @Override
  public void reject(int line, Fault fault, List<String> cells) {
    rows.reject(line, fault, cells);
  }

  @Override
  public void reject(int line, String key, Fault fault, List<String> cells) {
    rows.reject(line, key, fault, cells);
  }
}
