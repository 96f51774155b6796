package tasuki.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Compares the latest actual with the one before, where both are of the same kind. */
public final class Trends {

  private Trends() {}

  /**
   * The trend of one series.
   *
   * @param breaks days from which on values were counted in another way than before
   */
  public static Trend of(
      Direction direction, Collection<Actual> actuals, Collection<LocalDate> breaks) {
    List<Actual> valued =
        actuals.stream()
            .filter(one -> one.value() != null)
            .sorted(Comparator.comparing(Trends::time).reversed())
            .toList();
    if (valued.size() < 2) {
      return unknown("trend-no-earlier");
    }
    Actual latest = valued.getFirst();
    List<Actual> earlier =
        valued.stream().filter(one -> time(one).last().isBefore(time(latest).last())).toList();
    if (earlier.isEmpty()) {
      return unknown("trend-no-earlier");
    }
    List<Actual> alike = earlier.stream().filter(one -> alike(one, latest)).toList();
    if (alike.isEmpty()) {
      return unknown("trend-other-kind", time(earlier.getFirst()), time(latest));
    }
    Actual before = alike.getFirst();
    for (LocalDate day : breaks) {
      if (time(before).last().isBefore(day) && !time(latest).last().isBefore(day)) {
        return unknown("trend-redefined", AsOf.day(day));
      }
    }
    Reason reason = Reason.of("trend", time(before), value(before), time(latest), value(latest));
    int order = value(latest).compareTo(value(before));
    if (order == 0) {
      return new Trend(Trend.Kind.LEVEL, reason);
    }
    boolean better = order > 0 == (direction == Direction.HIGHER);
    return new Trend(better ? Trend.Kind.IMPROVING : Trend.Kind.WORSENING, reason);
  }

  /** An estimate is not compared with a count, nor a month with a year. */
  private static boolean alike(Actual one, Actual other) {
    boolean estimates = one.status() == Actual.Status.ESTIMATE;
    return time(one).precision() == time(other).precision()
        && estimates == (other.status() == Actual.Status.ESTIMATE);
  }

  /** Of all series together: one word where none goes against the others. */
  public static Trend together(List<Trend> trends) {
    if (trends.size() == 1) {
      return trends.getFirst();
    }
    Set<Trend.Kind> kinds = EnumSet.noneOf(Trend.Kind.class);
    trends.forEach(one -> kinds.add(one.kind()));
    if (kinds.contains(Trend.Kind.UNKNOWN)) {
      return kinds.size() == 1 ? trends.getFirst() : unknown("trend-some-unknown");
    }
    if (kinds.size() > 1) {
      kinds.remove(Trend.Kind.LEVEL);
    }
    return kinds.size() == 1
        ? new Trend(kinds.iterator().next(), Reason.of("trend-series", trends.size()))
        : unknown("trend-mixed");
  }

  private static Trend unknown(String key, Object... arguments) {
    return new Trend(Trend.Kind.UNKNOWN, Reason.of(key, arguments));
  }

  private static AsOf time(Actual actual) {
    return Objects.requireNonNull(actual.asOf());
  }

  private static BigDecimal value(Actual actual) {
    return Objects.requireNonNull(actual.value());
  }
}
