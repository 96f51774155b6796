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
  private static final int SIZE = AREAS * GROUPS * 2 * MONTHS;
  private static final long PRIME = 2_147_483_647L;

  /** Cases by area, group, outcome (done, not done) and month. */
  private static long[] cases(Random random) {
    long[] cases = new long[SIZE];
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
    Reader reader = new Reader(List.of(cases));
    LocalDate day = YEAR.firstDay();
    for (int i = 0; i < 30; i++) {
      int shown = months.apply(day.plusMonths(i));
      if (shown > 0) {
        reader.reads(PublicTable.of(reader.counts(0, shown), List.of()), 0, shown);
      }
    }
    return reader.learned();
  }

  /** What was corrected since: a case here and there, now and then a whole pile. */
  private static long[] corrected(long[] cases, Random random) {
    long[] corrected = cases.clone();
    for (int i = 3 + random.nextInt(8); i > 0; i--) {
      int place = random.nextInt(corrected.length);
      long by = random.nextInt(3) == 0 ? 10 + random.nextInt(20) : 1 + random.nextInt(3);
      corrected[place] = Math.max(0, corrected[place] + (random.nextBoolean() ? by : -by));
    }
    return corrected;
  }

  /**
   * A year with its revisions.
   *
   * @param together whether each revision is hidden together with what was published before
   */
  private static List<String> learnedOfRevisions(Random random, boolean together) {
    List<long[]> versions = new ArrayList<>(List.of(cases(random)));
    for (int i = 0; i < 2; i++) {
      versions.add(corrected(versions.getLast(), random));
    }
    Reader reader = new Reader(versions);
    List<PublicTable> published = new ArrayList<>();
    for (int version = 0; version < versions.size(); version++) {
      PublicTable table =
          PublicTable.of(reader.counts(version, MONTHS), together ? published : List.of());
      reader.reads(table, version, MONTHS);
      published.add(table);
    }
    return reader.learnedByComparing();
  }

  @Test
  void nothing_small_is_learned_from_a_year_and_all_its_revisions() {
    for (int seed = 0; seed < 8; seed++) {
      assertThat(learnedOfRevisions(new Random(seed), true)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void revisions_each_hidden_by_itself_tell_how_many_cases_were_corrected() {
    assertThat(learnedOfRevisions(new Random(1), false)).isNotEmpty();
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

    private final List<long[]> versions;
    private final Map<Integer, long[]> rows = new HashMap<>();

    Reader(List<long[]> versions) {
      this.versions = List.copyOf(versions);
    }

    YearCounts counts(int version, int months) {
      List<Map<String, long[]>> areas = new ArrayList<>();
      for (int area = 0; area < AREAS; area++) {
        areas.add(counts(version, area, area + 1, 0, months));
      }
      List<Map<String, long[]>> byMonth = new ArrayList<>();
      for (int month = 0; month < months; month++) {
        byMonth.add(counts(version, 0, AREAS, month, month + 1));
      }
      return PublicRows.counts(areas, byMonth);
    }

    private Map<String, long[]> counts(int version, int fromArea, int toArea, int from, int to) {
      Map<String, long[]> counts = new HashMap<>();
      for (int group = 0; group < GROUPS; group++) {
        long done = value(sum(version, fromArea, toArea, group, group + 1, 0, 1, from, to));
        long all = value(sum(version, fromArea, toArea, group, group + 1, 0, 2, from, to));
        counts.put(YearCounts.GROUPS.get(group), new long[] {all, done});
      }
      return counts;
    }

    void reads(PublicTable table, int version, int months) {
      for (int area = 0; area < AREAS; area++) {
        keep(PublicRows.areas(table).get(area), version, area, area + 1, 0, months);
      }
      for (int month = 0; month < months; month++) {
        keep(PublicRows.months(table).get(month), version, 0, AREAS, month, month + 1);
      }
      keep(PublicRows.total(table), version, 0, AREAS, 0, months);
    }

    private void keep(
        Map<String, PublicTable.Shown> shown,
        int version,
        int fromArea,
        int toArea,
        int from,
        int to) {
      shown.forEach(
          (name, one) -> {
            // A figure published before says nothing new.
            if (!one.former()) {
              int group = YearCounts.GROUPS.indexOf(name);
              int first = group < 0 ? 0 : group;
              int last = group < 0 ? GROUPS : group + 1;
              know(one.all(), sum(version, fromArea, toArea, first, last, 0, 2, from, to));
              know(one.done(), sum(version, fromArea, toArea, first, last, 0, 1, from, to));
            }
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
        left[column] = Math.floorMod(left[column], PRIME);
      }
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
      for (int version = 0; version < versions.size(); version++) {
        for (int from = 0; from < MONTHS; from++) {
          for (int to = from + 1; to <= MONTHS; to++) {
            learned.addAll(learned(version, version, from, to));
          }
        }
      }
      return learned;
    }

    /** Of the whole year and of each month: what each publication says, and any two together. */
    List<String> learnedByComparing() {
      List<String> learned = new ArrayList<>();
      for (int later = 0; later < versions.size(); later++) {
        for (int earlier = 0; earlier <= later; earlier++) {
          learned.addAll(learned(later, earlier, 0, MONTHS));
          for (int month = 0; month < MONTHS; month++) {
            learned.addAll(learned(later, earlier, month, month + 1));
          }
        }
      }
      return learned;
    }

    /** Small counts of the version, or of what it has more or less than the other one. */
    private List<String> learned(int version, int other, int from, int to) {
      List<String> learned = new ArrayList<>();
      for (int area = 0; area <= AREAS; area++) {
        for (int group = 0; group <= GROUPS; group++) {
          for (int outcome = 0; outcome <= 2; outcome++) {
            long[] sum = figure(version, area, group, outcome, from, to);
            if (other != version) {
              long[] former = figure(other, area, group, outcome, from, to);
              for (int i = 0; i < sum.length; i++) {
                sum[i] -= former[i];
              }
            }
            long value = Math.abs(value(sum));
            if (value > 0 && value < 10 && isZero(reduced(sum))) {
              learned.add(
                  "%d-%d: %d/%d/%d/%d-%d"
                      .formatted(version, other, area, group, outcome, from, to));
            }
          }
        }
      }
      return learned;
    }

    private long[] figure(int version, int area, int group, int outcome, int from, int to) {
      return sum(
          version,
          area == AREAS ? 0 : area,
          area == AREAS ? AREAS : area + 1,
          group == GROUPS ? 0 : group,
          group == GROUPS ? GROUPS : group + 1,
          outcome == 2 ? 0 : outcome,
          outcome == 2 ? 2 : outcome + 1,
          from,
          to);
    }

    private static boolean isZero(long[] row) {
      for (long one : row) {
        if (one != 0) {
          return false;
        }
      }
      return true;
    }

    private long[] sum(
        int version,
        int fromArea,
        int toArea,
        int fromGroup,
        int toGroup,
        int fromOutcome,
        int toOutcome,
        int from,
        int to) {
      long[] row = new long[SIZE * versions.size()];
      for (int area = fromArea; area < toArea; area++) {
        for (int group = fromGroup; group < toGroup; group++) {
          for (int outcome = fromOutcome; outcome < toOutcome; outcome++) {
            for (int month = from; month < to; month++) {
              row[version * SIZE + cell(area, group, outcome, month)] = 1;
            }
          }
        }
      }
      return row;
    }

    private long value(long[] row) {
      long value = 0;
      for (int i = 0; i < row.length; i++) {
        value += row[i] * versions.get(i / SIZE)[i % SIZE];
      }
      return value;
    }
  }
}
