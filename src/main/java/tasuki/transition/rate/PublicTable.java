package tasuki.transition.rate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rate for everybody to see: by area, there also by 要介護 and 要支援, and by month, with totals.
 * Counts from one to nine are hidden, of the cases done, not done and all, and with them what would
 * tell them. That there was nobody tells nothing of anybody (NDB guideline: 0 is excepted).
 */
final class PublicTable {

  /** A count of one row and group; null where it is hidden. */
  record Shown(@Nullable Long all, @Nullable Long done) {

    @Nullable BigDecimal share() {
      return all == null || done == null ? null : Tally.share(done, all);
    }
  }

  static final List<String> GROUPS = List.of("CARE", "PREVENTIVE");
  static final String BOTH = "BOTH";
  private static final int SMALL = 10;
  private static final int OUTCOMES = 3;
  private static final int PLACES = (GROUPS.size() + 1) * OUTCOMES;

  private final List<Map<String, Shown>> areas;
  private final List<Map<String, Shown>> months;
  private final Map<String, Shown> total;

  private PublicTable(
      List<Map<String, Shown>> areas, List<Map<String, Shown>> months, Map<String, Shown> total) {
    this.areas = areas;
    this.months = months;
    this.total = total;
  }

  /** By area, in the order given. */
  List<Map<String, Shown>> areas() {
    return areas;
  }

  /** By month, in the order given. */
  List<Map<String, Shown>> months() {
    return months;
  }

  Map<String, Shown> total() {
    return total;
  }

  /**
   * Hides what has to be hidden.
   *
   * @param areas {all, done} by group, for each area; together they are everything
   * @param months the same for each month; together they are the same everything
   */
  static PublicTable of(List<Map<String, long[]>> areas, List<Map<String, long[]>> months) {
    int rows = areas.size() + months.size() + 1;
    int total = rows - 1;
    long[] values = new long[rows * PLACES];
    int[] weights = new int[values.length];
    for (int row = 0; row < rows; row++) {
      boolean last = row == total;
      for (Map<String, long[]> one :
          last ? areas : List.of(row < areas.size() ? areas.get(row) : at(months, areas, row))) {
        add(values, row, one);
      }
      for (int place = 0; place < PLACES; place++) {
        boolean both = place / OUTCOMES == GROUPS.size();
        weights[row * PLACES + place] =
            (last ? 4 : 0) + (both ? 2 : 0) + (place % OUTCOMES == 0 ? 1 : 0);
      }
    }
    List<Hiding.Sum> sums = sums(areas.size(), months.size());
    BitSet hidden = new Hiding(values, weights, sums).hide(small(values, sums));
    return new PublicTable(
        shown(values, hidden, 0, areas.size(), 0),
        shown(values, hidden, areas.size(), total, GROUPS.size()),
        shown(values, hidden, total, rows, 0).getFirst());
  }

  private static Map<String, long[]> at(
      List<Map<String, long[]>> months, List<Map<String, long[]>> areas, int row) {
    return months.get(row - areas.size());
  }

  private static void add(long[] values, int row, Map<String, long[]> counts) {
    for (int group = 0; group < GROUPS.size(); group++) {
      long[] count = counts.getOrDefault(GROUPS.get(group), new long[2]);
      for (int place : new int[] {group, GROUPS.size()}) {
        int cell = row * PLACES + place * OUTCOMES;
        values[cell] += count[0];
        values[cell + 1] += count[1];
        values[cell + 2] += count[0] - count[1];
      }
    }
  }

  /** One to nine, among the cells that stand in the table. */
  private static BitSet small(long[] values, List<Hiding.Sum> sums) {
    BitSet small = new BitSet();
    sums.stream()
        .flatMap(sum -> sum.cells().stream())
        .filter(cell -> values[cell] > 0 && values[cell] < SMALL)
        .forEach(small::set);
    return small;
  }

  static List<Hiding.Sum> sums(int areas, int months) {
    List<Hiding.Sum> sums = new ArrayList<>();
    int total = areas + months;
    int both = GROUPS.size() * OUTCOMES;
    for (int row = 0; row <= total; row++) {
      int at = row * PLACES;
      boolean isMonth = row >= areas && row < total;
      for (int group = isMonth ? GROUPS.size() : 0; group <= GROUPS.size(); group++) {
        int cell = at + group * OUTCOMES;
        sums.add(new Hiding.Sum(cell, List.of(cell + 1, cell + 2)));
      }
      for (int outcome = 0; outcome < OUTCOMES && !isMonth; outcome++) {
        sums.add(
            new Hiding.Sum(at + both + outcome, List.of(at + outcome, at + OUTCOMES + outcome)));
      }
    }
    for (int place = 0; place < PLACES; place++) {
      sums.add(new Hiding.Sum(total * PLACES + place, column(0, areas, place)));
      if (place >= both && months > 0) {
        sums.add(new Hiding.Sum(total * PLACES + place, column(areas, total, place)));
      }
    }
    return sums;
  }

  private static List<Integer> column(int from, int until, int place) {
    List<Integer> cells = new ArrayList<>();
    for (int row = from; row < until; row++) {
      cells.add(row * PLACES + place);
    }
    return cells;
  }

  private static List<Map<String, Shown>> shown(
      long[] values, BitSet hidden, int from, int until, int firstGroup) {
    List<Map<String, Shown>> rows = new ArrayList<>();
    for (int row = from; row < until; row++) {
      Map<String, Shown> shown = new LinkedHashMap<>();
      for (int group = firstGroup; group <= GROUPS.size(); group++) {
        int cell = row * PLACES + group * OUTCOMES;
        shown.put(
            group == GROUPS.size() ? BOTH : GROUPS.get(group),
            new Shown(
                hidden.get(cell) ? null : values[cell],
                hidden.get(cell + 1) ? null : values[cell + 1]));
      }
      rows.add(shown);
    }
    return rows;
  }
}
