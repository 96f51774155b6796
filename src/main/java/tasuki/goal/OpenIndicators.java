package tasuki.goal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.Indicators;

/**
 * What everybody may see of the indicators, whoever asks. Computed values are left out: what the
 * public sees of counts is published year by year, with small ones hidden.
 */
@Component
class OpenIndicators {

  private final Indicators indicators;
  private final Goals goals;
  private final IndicatorTable table;

  OpenIndicators(Indicators indicators, Goals goals, IndicatorTable table) {
    this.indicators = indicators;
    this.goals = goals;
    this.table = table;
  }

  /** The published ones, with those published goals under which they stand. */
  @Transactional(readOnly = true)
  public List<IndicatorTable.Row> of(FiscalYear year) {
    List<Goal> open = goals.all(false).stream().filter(Goal::published).toList();
    List<IndicatorTable.Row> rows = new ArrayList<>();
    for (Indicator indicator : all()) {
      List<Goal> under =
          open.stream()
              .filter(
                  goal ->
                      goal.members().stream()
                          .anyMatch(one -> one.indicator().equals(indicator.id())))
              .toList();
      rows.add(table.row(indicator, under, year));
    }
    return rows;
  }

  private List<Indicator> all() {
    return indicators.all(false).stream()
        .filter(Indicator::published)
        .map(OpenIndicators::withoutComputed)
        .toList();
  }

  /** The years in whose plans the public sees a target. */
  @Transactional(readOnly = true)
  public List<FiscalYear> years() {
    return table.years(all());
  }

  private static Indicator withoutComputed(Indicator indicator) {
    return indicator.with(
        indicator.lines().stream()
            .map(
                line ->
                    new Indicator.Line(
                        line.series(),
                        line.targets(),
                        line.actuals().stream().filter(one -> !one.isAutomatic()).toList(),
                        line.comparators()))
            .toList());
  }
}
