package tasuki.intake;

import java.util.List;
import java.util.Map;
import tasuki.table.ListChanges;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.ListRows;
import tasuki.table.MappedKind;
import tasuki.table.Tables;

/**
 * Which columns of somebody's own table mean what.
 *
 * @param signature by which tables with the same headings are known
 * @param rows the headings and the first rows below them, to look at
 * @param places the column of each thing the list wants to know; empty until somebody has said it
 */
record Mapping(
    String kind, String signature, List<List<String>> rows, Map<String, Integer> places) {

  boolean isSaid() {
    return !places.isEmpty();
  }

  /** The list, reading such tables. */
  ListKind reading(MappedKind list) {
    return new ListKind() {
      @Override
      public String kind() {
        return list.kind();
      }

      @Override
      public void read(ListFile file, ListRows rows) {
        Tables.read(file, signature, places, cells -> list.row(cells, rows));
      }

      @Override
      public void project(ListChanges changes) {
        list.project(changes);
      }

      @Override
      public int mayClosePercent() {
        return list.mayClosePercent();
      }
    };
  }
}
