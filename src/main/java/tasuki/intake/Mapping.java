package tasuki.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tasuki.table.HeadedTable;
import tasuki.table.Heading;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.MappedKind;
import tasuki.table.TableRow;
import tasuki.table.Tables;

/**
 * Which columns of somebody's own table mean what.
 *
 * @param signature by which tables with the same headings are known
 * @param rows the headings and the first rows below them, to look at
 * @param said the column of each thing the list wants to know; empty until somebody has said it
 */
record Mapping(String kind, String signature, List<List<String>> rows, Map<String, Integer> said) {

  List<String> headings() {
    return rows.getFirst();
  }

  private TableRow heading() {
    return new TableRow("", 1, headings());
  }

  /** Whether such tables can be read: somebody said how, or their headings are the list's own. */
  boolean isKnown(MappedKind list) {
    return !said.isEmpty()
        || Heading.in(List.of(heading()), list.columns()) instanceof Heading.Found.Here;
  }

  /** The column of each thing: as it was said, else as far as the headings tell. */
  Map<String, Integer> places(MappedKind list) {
    return said.isEmpty() ? Heading.guess(heading(), list.columns()) : said;
  }

  /** The headings of the columns of which nothing is taken. */
  List<String> unused(MappedKind list) {
    Map<String, Integer> places = places(list);
    return IntStream.range(0, headings().size())
        .filter(at -> !places.containsValue(at))
        .mapToObj(headings()::get)
        .filter(heading -> !heading.isEmpty())
        .toList();
  }

  /** The list, reading such tables. */
  ListKind reading(MappedKind list) {
    return said.isEmpty() ? list : new Read(this, list);
  }

  /** A list that takes its rows by the columns that somebody said. */
  private record Read(Mapping mapping, MappedKind list) implements ListKind {
    @Override
    public String kind() {
      return list.kind();
    }

    @Override
    public void read(ListFile file, ListRows rows) {
      HeadedTable table = each -> Tables.read(file, mapping.signature(), mapping.said(), each);
      list.read(table, rows);
    }

    @Override
    public void project(ListChanges changes) {
      list.project(changes);
    }

    @Override
    public int mayClosePercent() {
      return list.mayClosePercent();
    }
  }
}
