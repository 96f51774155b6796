package tasuki.transition.rate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tasuki.transition.rate.YearCounts.Cell;
import tasuki.transition.rate.YearCounts.Count;
import tasuki.transition.rate.YearCounts.Kind;

/** Published tables as rows with groups, as a reader of the page has them before him. */
final class PublicRows {

  private PublicRows() {}

  /** Counts {all, done} by group, for each area and for each month. */
  static YearCounts counts(List<Map<String, long[]>> areas, List<Map<String, long[]>> months) {
    Map<String, Map<String, Count>> byArea = new LinkedHashMap<>();
    for (Map<String, long[]> area : areas) {
      Map<String, Count> groups = new HashMap<>();
      area.forEach((group, count) -> groups.put(group, new Count(count[0], count[1])));
      byArea.put(code(byArea.size()), groups);
    }
    Map<String, Count> byMonth = new LinkedHashMap<>();
    for (Map<String, long[]> month : months) {
      Count both = new Count(0, 0);
      for (long[] count : month.values()) {
        both = both.plus(new Count(count[0], count[1]));
      }
      byMonth.put(code(byMonth.size()), both);
    }
    return YearCounts.of(byArea, byMonth);
  }

  private static String code(int number) {
    return "%03d".formatted(number);
  }

  static List<Map<String, PublicTable.Shown>> areas(PublicTable table) {
    return rows(table, Kind.AREA);
  }

  static List<Map<String, PublicTable.Shown>> months(PublicTable table) {
    return rows(table, Kind.MONTH);
  }

  static Map<String, PublicTable.Shown> total(PublicTable table) {
    return rows(table, Kind.TOTAL).getFirst();
  }

  private static List<Map<String, PublicTable.Shown>> rows(PublicTable table, Kind kind) {
    Map<String, Map<String, PublicTable.Shown>> rows = new java.util.TreeMap<>();
    for (Cell cell : table.shown().keySet()) {
      if (cell.kind() == kind) {
        PublicTable.Shown shown = table.shown().get(cell);
        if (shown != null) {
          rows.computeIfAbsent(cell.code(), _ -> new HashMap<>()).put(cell.group(), shown);
        }
      }
    }
    return new ArrayList<>(rows.values());
  }
}
