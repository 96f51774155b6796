package tasuki.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    List<Actual> computed = new ArrayList<>();
    for (int back = YEARS - 1; back >= 0; back--) {
      value(definition, formula, new FiscalYear(now.year() - back), now).ifPresent(computed::add);
    }
    return computed;
  }

  /** The value of a year; empty where nothing was counted in it. */
  private Optional<Actual> value(
      Definition definition, Formula formula, FiscalYear year, FiscalYear now) {
    LocalDate today = JapanTime.today(clock);
    LocalDate ground = today.isBefore(year.lastDay()) ? today : year.lastDay();
    YearMonth first = YearMonth.from(year.firstDay());
    YearMonth last = YearMonth.from(ground);
    List<MeasureSum> sums =
        measures.of(formula.measure(), formula.area(), ground, first, last, Set.of());
    long numerator = sums.stream().mapToLong(MeasureSum::numerator).sum();
    long denominator = sums.stream().mapToLong(MeasureSum::denominator).sum();
    if (denominator == 0) {
      return Optional.empty();
    }
    BigDecimal value =
        BigDecimal.valueOf(numerator)
            .multiply(formula.scale())
            .divide(BigDecimal.valueOf(denominator), definition.decimals(), RoundingMode.HALF_UP);
    boolean sure = !year.equals(now) && measures.isCounted(source(formula.measure()), first, last);
    return Optional.of(
        new Actual(
            null,
            year,
            AsOf.fiscalYear(year),
            value,
            sure ? Actual.Status.FINAL : Actual.Status.PROVISIONAL,
            null,
            "",
            null,
            null,
            false));
  }

  /** A measure is named by its room and code. */
  private static String source(MeasureId measure) {
    return measure.value().replaceFirst("\\..*", "");
  }
}
