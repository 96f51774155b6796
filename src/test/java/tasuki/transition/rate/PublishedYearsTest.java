package tasuki.transition.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.calendar.FiscalYear;

/**
 * A reader who keeps every publication of a year and subtracts them from each other learns no count
 * from one to nine: of no area, group, outcome and span of months.
 */
class PublishedYearsTest {

  private static final FiscalYear YEAR = new FiscalYear(2025);
  private static final int AREAS = 3;
  private static final int MONTHS = 12;
  private static final int GROUPS = 2;
  private static final long PRIME = 2_147_483_647L;

  /** Cases by area, group, outcome (done, not done) and month. */
  private static long[] cases(Random random) {
    long[] cases = new long[AREAS * GROUPS * 2 * MONTHS];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = random.nextInt(4) == 0 ? random.nextInt(5) : 8 + random.nextInt(30);
    }
    return cases;
  }

  private static int cell(int area, int group, int outcome, int month) {
    return ((area * GROUPS + group) * 2 + outcome) * MONTHS + month;
  }

  /** How many months of the year the page shows on a day. */
  private static int now(LocalDate day) {
    return PublicRates.years(day).contains(YEAR) ? MONTHS : 0;
  }

  /** The same if the running year were shown up to last month. */
  private static int monthByMonth(LocalDate day) {
    return (int)
        YEAR.months().stream().filter(month -> month.isBefore(YearMonth.from(day))).count();
  }

  private static List<String> learned(Random random, Function<LocalDate, Integer> months) {
    long[] cases = cases(random);
    Reader reader = new Reader(cases);
    LocalDate day = YEAR.firstDay();
    for (int i = 0; i < 30; i++) {
      int shown = months.apply(day.plusMonths(i));
      if (shown > 0) {
        reader.reads(shown);
      }
    }
    return reader.learned();
  }

  @Test
  void nothing_small_is_learned_from_all_publications_together() {
    for (int seed = 0; seed < 12; seed++) {
      assertThat(learned(new Random(seed), PublishedYearsTest::now)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void the_same_reader_learns_much_from_a_year_that_grows_month_by_month() {
    assertThat(learned(new Random(1), PublishedYearsTest::monthByMonth)).isNotEmpty();
  }

  @Test
  void a_year_is_published_two_months_after_its_end_and_not_a_day_before() {
    assertThat(PublicRates.years(LocalDate.of(2026, 5, 31))).doesNotContain(YEAR);
    assertThat(PublicRates.years(LocalDate.of(2026, 6, 1)).getFirst()).isEqualTo(YEAR);
    assertThat(PublicRates.years(LocalDate.of(2027, 3, 31)).getFirst()).isEqualTo(YEAR);
  }

  /** Keeps every shown number as an equation and tries every count that could be small. */
  private static final class Reader {

    private final long[] cases;
    private final Map<Integer, long[]> rows = new HashMap<>();

    Reader(long[] cases) {
      this.cases = cases;
    }

    void reads(int months) {
      List<Map<String, long[]>> areas = new ArrayList<>();
      for (int area = 0; area < AREAS; area++) {
        areas.add(counts(area, area + 1, 0, months));
      }
      List<Map<String, long[]>> byMonth = new ArrayList<>();
      for (int month = 0; month < months; month++) {
        byMonth.add(counts(0, AREAS, month, month + 1));
      }
      PublicTable table = PublicTable.of(areas, byMonth);
      for (int area = 0; area < AREAS; area++) {
        keep(table.areas().get(area), area, area + 1, 0, months);
      }
      for (int month = 0; month < months; month++) {
        keep(table.months().get(month), 0, AREAS, month, month + 1);
      }
      keep(table.total(), 0, AREAS, 0, months);
    }

    private Map<String, long[]> counts(int fromArea, int toArea, int from, int to) {
      Map<String, long[]> counts = new HashMap<>();
      for (int group = 0; group < GROUPS; group++) {
        long done = value(sum(fromArea, toArea, group, group + 1, 0, 1, from, to));
        long all = value(sum(fromArea, toArea, group, group + 1, 0, 2, from, to));
        counts.put(PublicTable.GROUPS.get(group), new long[] {all, done});
      }
      return counts;
    }

    private void keep(
        Map<String, PublicTable.Shown> shown, int fromArea, int toArea, int from, int to) {
      shown.forEach(
          (name, one) -> {
            int group = PublicTable.GROUPS.indexOf(name);
            int first = group < 0 ? 0 : group;
            int last = group < 0 ? GROUPS : group + 1;
            know(one.all(), sum(fromArea, toArea, first, last, 0, 2, from, to));
            know(one.done(), sum(fromArea, toArea, first, last, 0, 1, from, to));
          });
    }

    private void know(@Nullable Long shown, long[] row) {
      if (shown == null) {
        return;
      }
      assertThat(shown).isEqualTo(value(row));
      long[] left = reduced(row);
      for (int column = 0; column < left.length; column++) {
        if (left[column] != 0) {
          long inverse = power(left[column], PRIME - 2);
          for (int i = 0; i < left.length; i++) {
            left[i] = left[i] * inverse % PRIME;
          }
          rows.put(column, left);
          return;
        }
      }
    }

    /** What is left of a sum after everything known was taken away; zeros where it is known. */
    private long[] reduced(long[] row) {
      long[] left = row.clone();
      for (int column = 0; column < left.length; column++) {
        long[] known = rows.get(column);
        if (left[column] != 0 && known != null) {
          long times = left[column];
          for (int i = column; i < left.length; i++) {
            left[i] = Math.floorMod(left[i] - times * known[i], PRIME);
          }
        }
      }
      return left;
    }

    private static long power(long base, long exponent) {
      long result = 1;
      for (long square = base % PRIME; exponent > 0; exponent >>= 1) {
        if ((exponent & 1) == 1) {
          result = result * square % PRIME;
        }
        square = square * square % PRIME;
      }
      return result;
    }

    List<String> learned() {
      List<String> learned = new ArrayList<>();
      for (int area = 0; area <= AREAS; area++) {
        for (int group = 0; group <= GROUPS; group++) {
          for (int outcome = 0; outcome <= 2; outcome++) {
            for (int from = 0; from < MONTHS; from++) {
              for (int to = from + 1; to <= MONTHS; to++) {
                long[] sum =
                    sum(
                        area == AREAS ? 0 : area,
                        area == AREAS ? AREAS : area + 1,
                        group == GROUPS ? 0 : group,
                        group == GROUPS ? GROUPS : group + 1,
                        outcome == 2 ? 0 : outcome,
                        outcome == 2 ? 2 : outcome + 1,
                        from,
                        to);
                long value = value(sum);
                if (value > 0 && value < 10 && isZero(reduced(sum))) {
                  learned.add(area + "/" + group + "/" + outcome + "/" + from + "-" + to);
                }
              }
            }
          }
        }
      }
      return learned;
    }

    private static boolean isZero(long[] row) {
      for (long one : row) {
        if (one != 0) {
          return false;
        }
      }
      return true;
    }

    private static long[] sum(
        int fromArea,
        int toArea,
        int fromGroup,
        int toGroup,
        int fromOutcome,
        int toOutcome,
        int from,
        int to) {
      long[] row = new long[AREAS * GROUPS * 2 * MONTHS];
      for (int area = fromArea; area < toArea; area++) {
        for (int group = fromGroup; group < toGroup; group++) {
          for (int outcome = fromOutcome; outcome < toOutcome; outcome++) {
            for (int month = from; month < to; month++) {
              row[cell(area, group, outcome, month)] = 1;
            }
          }
        }
      }
      return row;
    }

    private long value(long[] row) {
      long value = 0;
      for (int i = 0; i < row.length; i++) {
        value += row[i] * cases[i];
      }
      return value;
    }
  }
}
