package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is published is attacked as a reader would: with the sums that everybody knows. */
class HidingTest {

  private static PublicTable published(
      List<Map<String, long[]>> areas, List<Map<String, long[]>> months) {
    return PublicTable.of(PublicRows.counts(areas, months), List.of());
  }

  private static final List<String> ROW_GROUPS = List.of("CARE", "PREVENTIVE", "BOTH");

  @Property(tries = 150)
  void no_hidden_count_follows_from_the_shown_ones(@ForAll long seed) {
    Random random = new Random(seed);
    List<Map<String, long[]>> areas = new ArrayList<>();
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      Map<String, long[]> counts = new HashMap<>();
      for (String group : YearCounts.GROUPS) {
        int all = random.nextInt(random.nextInt(6) == 0 ? 8 : 90);
        counts.put(group, new long[] {all, all == 0 ? 0 : random.nextInt(all + 1)});
      }
      areas.add(counts);
    }
    List<Map<String, long[]>> months = spread(areas, 1 + random.nextInt(12), random);
    PublicTable table = published(areas, months);
    Attack attack = new Attack();
    attack.sums(table);
    assertThat(attack.computed()).isEmpty();
    assertThat(attack.smallShown).isEmpty();
  }

  /** The same cases once more, by month. */
  private static List<Map<String, long[]>> spread(
      List<Map<String, long[]>> areas, int number, Random random) {
    List<Map<String, long[]>> months = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      months.add(new HashMap<>());
    }
    for (Map<String, long[]> area : areas) {
      area.forEach(
          (group, count) -> {
            for (long i = 0; i < count[0]; i++) {
              long[] sum =
                  months.get(random.nextInt(number)).computeIfAbsent(group, _ -> new long[2]);
              sum[0]++;
              sum[1] += i < count[1] ? 1 : 0;
            }
          });
    }
    return months;
  }

  @Test
  void large_counts_are_all_shown_and_one_small_one_takes_few_others_with_it() {
    List<Map<String, long[]>> areas = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      areas.add(Map.of("CARE", new long[] {200 + i, 150}, "PREVENTIVE", new long[] {90 + i, 40}));
    }
    areas.add(Map.of());
    PublicTable all = published(areas, List.of(sum(areas)));
    assertThat(hidden(all)).isZero();
    areas.set(1, Map.of("CARE", new long[] {201, 150}, "PREVENTIVE", new long[] {30, 4}));
    PublicTable one = published(areas, List.of(sum(areas)));
    assertThat(shown(PublicRows.areas(one).get(1), "PREVENTIVE").done()).isNull();
    assertThat(shown(PublicRows.areas(one).get(1), "PREVENTIVE").share()).isNull();
    assertThat(shown(PublicRows.total(one), "BOTH").share()).isNotNull();
    assertThat(hidden(one)).isBetween(2L, 8L);
  }

  private static PublicTable.Shown shown(Map<String, PublicTable.Shown> row, String group) {
    PublicTable.Shown shown = row.get(group);
    if (shown == null) {
      throw new AssertionError(group);
    }
    return shown;
  }

  private static Map<String, long[]> sum(List<Map<String, long[]>> areas) {
    Map<String, long[]> sum = new HashMap<>();
    for (Map<String, long[]> area : areas) {
      area.forEach(
          (group, count) -> {
            long[] both = sum.computeIfAbsent(group, _ -> new long[2]);
            both[0] += count[0];
            both[1] += count[1];
          });
    }
    return sum;
  }

  private static long hidden(PublicTable table) {
    List<Map<String, PublicTable.Shown>> rows = new ArrayList<>(PublicRows.areas(table));
    rows.addAll(PublicRows.months(table));
    rows.add(PublicRows.total(table));
    return rows.stream()
        .flatMap(row -> row.values().stream())
        .mapToLong(one -> (one.all() == null ? 1 : 0) + (one.done() == null ? 1 : 0))
        .sum();
  }

  /**
   * Solves the sums with exact fractions: what is hidden is an unknown, and an unknown is computed
   * when every other one drops out of an equation for it.
   */
  private static final class Attack {

    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final List<Map<Integer, BigInteger>> equations = new ArrayList<>();
    private final List<String> smallShown = new ArrayList<>();

    void sums(PublicTable table) {
      int areas = PublicRows.areas(table).size();
      for (int i = 0; i < areas; i++) {
        row("a" + i, PublicRows.areas(table).get(i));
      }
      for (int i = 0; i < PublicRows.months(table).size(); i++) {
        row("m" + i, PublicRows.months(table).get(i));
      }
      row("t", PublicRows.total(table));
      for (String group : ROW_GROUPS) {
        for (String what : List.of("all", "done")) {
          List<String> parts = new ArrayList<>();
          for (int i = 0; i < areas; i++) {
            parts.add("a" + i + group + what);
          }
          equal("t" + group + what, parts);
          if (group.equals("BOTH")) {
            List<String> months = new ArrayList<>();
            for (int i = 0; i < PublicRows.months(table).size(); i++) {
              months.add("m" + i + group + what);
            }
            equal("t" + group + what, months);
          }
        }
      }
    }

    private void row(String name, Map<String, PublicTable.Shown> row) {
      row.forEach(
          (group, shown) -> {
            cell(name + group + "all", shown.all());
            cell(name + group + "done", shown.done());
            Long all = shown.all();
            Long done = shown.done();
            if (all != null && done != null && all - done > 0 && all - done < 10) {
              smallShown.add(name + group + " not done");
            }
          });
      if (row.size() > 1) {
        for (String what : List.of("all", "done")) {
          equal(name + "BOTH" + what, List.of(name + "CARE" + what, name + "PREVENTIVE" + what));
        }
      }
    }

    private void cell(String name, @Nullable Long shown) {
      if (shown == null) {
        unknowns.putIfAbsent(name, unknowns.size());
      } else if (shown > 0 && shown < 10) {
        smallShown.add(name);
      }
    }

    private void equal(String whole, List<String> parts) {
      Map<Integer, BigInteger> equation = new TreeMap<>();
      put(equation, whole, BigInteger.ONE.negate());
      parts.forEach(part -> put(equation, part, BigInteger.ONE));
      if (!equation.isEmpty()) {
        equations.add(equation);
      }
    }

    private void put(Map<Integer, BigInteger> equation, String name, BigInteger times) {
      Integer unknown = unknowns.get(name);
      if (unknown != null) {
        equation.merge(unknown, times, BigInteger::add);
      }
    }

    /** Unknowns that the equations determine. */
    List<String> computed() {
      List<Map<Integer, BigInteger>> rows = new ArrayList<>(equations);
      List<Map<Integer, BigInteger>> solved = new ArrayList<>();
      for (int unknown = 0; unknown < unknowns.size(); unknown++) {
        int wanted = unknown;
        Map<Integer, BigInteger> pivot =
            rows.stream().filter(row -> row.containsKey(wanted)).findFirst().orElse(null);
        if (pivot == null) {
          continue;
        }
        rows.remove(pivot);
        rows.replaceAll(row -> without(row, pivot, wanted));
        solved.replaceAll(row -> without(row, pivot, wanted));
        rows.removeIf(Map::isEmpty);
        solved.add(pivot);
      }
      List<String> computed = new ArrayList<>();
      for (Map<Integer, BigInteger> row : solved) {
        if (row.size() == 1) {
          int known = row.keySet().iterator().next();
          unknowns.forEach(
              (name, unknown) -> {
                if (unknown == known) {
                  computed.add(name);
                }
              });
        }
      }
      return computed;
    }

    private static Map<Integer, BigInteger> without(
        Map<Integer, BigInteger> row, Map<Integer, BigInteger> pivot, int unknown) {
      BigInteger times = row.get(unknown);
      BigInteger by = pivot.get(unknown);
      if (times == null || by == null) {
        return row;
      }
      Map<Integer, BigInteger> left = new TreeMap<>();
      row.forEach((key, value) -> left.put(key, value.multiply(by)));
      pivot.forEach(
          (key, value) -> left.merge(key, value.multiply(times).negate(), BigInteger::add));
      left.values().removeIf(value -> value.signum() == 0);
      return left;
    }
  }
}
