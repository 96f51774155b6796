package tasuki.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;

/**
 * Fills in what measures say. Nothing computed is stored: a case that is corrected today changes
 * the value that is read tomorrow.
 */
@Component
class AutomaticValues {

  /** How many fiscal years back values are computed, with the running one. */
  static final int YEARS = 6;

  private final Measures measures;
  private final Clock clock;

  AutomaticValues(Measures measures, Clock clock) {
    this.measures = measures;
    this.clock = clock;
  }

  /** The indicator with computed actuals where its definition names a formula. */
  Indicator fill(Indicator indicator) {
    Definition definition = indicator.definitions().getLast();
    Formula formula = definition.formula();
    if (formula == null || indicator.lines().size() != 1) {
      return indicator;
    }
    Indicator.Line line = indicator.lines().getFirst();
    List<Actual> actuals = new ArrayList<>(computed(definition, formula));
    line.actuals().stream()
        .filter(one -> actuals.stream().noneMatch(other -> other.year().equals(one.year())))
        .toList()
        .forEach(actuals::add);
    actuals.sort(Comparator.comparing(Actual::year));
    return indicator.with(
        List.of(
            new Indicator.Line(
                line.series(), line.targets(), List.copyOf(actuals), line.comparators())));
  }

  private List<Actual> computed(Definition definition, Formula formula) {
    FiscalYear now = FiscalYear.of(JapanTime.today(clock));
    FiscalYear first = new FiscalYear(now.year() - YEARS + 1);
    Map<FiscalYear, long[]> counts = new TreeMap<>();
    if (formula.area() == null) {
      count(formula, first, now, counts);
    } else {
      // What an area consists of may differ from year to year.
      for (FiscalYear year = first; year.compareTo(now) <= 0; year = year.next()) {
        count(formula, year, year, counts);
      }
    }
    List<Actual> computed = new ArrayList<>();
    counts.forEach(
        (year, count) -> {
          if (count[1] > 0) {
            computed.add(actual(definition, formula, year, count, year.equals(now)));
          }
        });
    return computed;
  }

  private void count(
      Formula formula, FiscalYear first, FiscalYear last, Map<FiscalYear, long[]> counts) {
    LocalDate today = JapanTime.today(clock);
    LocalDate ground = today.isBefore(last.lastDay()) ? today : last.lastDay();
    for (MeasureSum sum :
        measures.of(
            formula.measure(),
            formula.area(),
            ground,
            YearMonth.from(first.firstDay()),
            YearMonth.from(ground),
            Set.of())) {
      long[] count = counts.computeIfAbsent(FiscalYear.of(sum.month()), _ -> new long[2]);
      count[0] += sum.numerator();
      count[1] += sum.denominator();
    }
  }

  private Actual actual(
      Definition definition, Formula formula, FiscalYear year, long[] count, boolean running) {
    BigDecimal value =
        BigDecimal.valueOf(count[0])
            .multiply(formula.scale())
            .divide(BigDecimal.valueOf(count[1]), definition.decimals(), RoundingMode.HALF_UP);
    boolean sure =
        !running
            && measures.isCounted(
                source(formula.measure()),
                YearMonth.from(year.firstDay()),
                YearMonth.from(year.lastDay()));
    return new Actual(
        null,
        year,
        AsOf.fiscalYear(year),
        value,
        sure ? Actual.Status.FINAL : Actual.Status.PROVISIONAL,
        null,
        "",
        null,
        null,
        false);
  }

  /** A measure is named by its room and code. */
  private static String source(MeasureId measure) {
    return measure.value().replaceFirst("\\..*", "");
  }
}
