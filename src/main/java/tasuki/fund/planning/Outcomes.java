package tasuki.fund.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.fund.proposing.ProposalEntry.Outcome;
import tasuki.goal.GoalWords;
import tasuki.indicator.Actual;
import tasuki.indicator.Definition;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;

/** What indicators say of the outcomes of sheets. */
@Component
class Outcomes {

  /**
   * What an indicator says of an outcome.
   *
   * @param value in words, with its time; null where there is none of the plan's year
   */
  record Observed(String name, @Nullable String value) {}

  private final Indicators indicators;
  private final GoalWords figures;

  Outcomes(Indicators indicators, GoalWords figures) {
    this.indicators = indicators;
    this.figures = figures;
  }

  /** The outcomes whose value nobody but the officer knows. */
  static List<Outcome> typed(Sheet sheet) {
    return sheet.entry().outcomes().stream().filter(one -> one.indicator() == null).toList();
  }

  /** The indicators of all outcomes of the sheets. */
  @Transactional(readOnly = true)
  public Map<UUID, Indicator> indicators(Collection<Sheet> sheets) {
    return indicators
        .of(
            sheets.stream()
                .flatMap(one -> one.entry().outcomes().stream())
                .map(Outcome::indicator)
                .filter(Objects::nonNull)
                .map(IndicatorId::new)
                .distinct()
                .toList())
        .stream()
        .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
  }

  /** What the indicators of a sheet's outcomes say of its year, in its order. */
  @Transactional(readOnly = true)
  public List<Observed> observed(Sheet sheet) {
    return observed(sheet, indicators(List.of(sheet)));
  }

  /** The same, from indicators that were read for several sheets. */
  List<Observed> observed(Sheet sheet, Map<UUID, Indicator> known) {
    List<Observed> all = new ArrayList<>();
    for (Outcome outcome : sheet.entry().outcomes()) {
      UUID id = outcome.indicator();
      Indicator indicator = id == null ? null : known.get(id);
      if (indicator != null) {
        all.add(observed(indicator, sheet.year().fiscalYear()));
      }
    }
    return all;
  }

  private Observed observed(Indicator indicator, FiscalYear year) {
    Locale locale = LocaleContextHolder.getLocale();
    Definition definition = indicator.definition(year.lastDay());
    List<String> values = new ArrayList<>();
    for (Indicator.Line line : indicator.lines()) {
      line.actual(year)
          .filter(Outcomes::hasValue)
          .ifPresent(one -> values.add(figures.dated(line, one, definition)));
    }
    return new Observed(
        definition.name(locale), values.isEmpty() ? null : String.join("、", values));
  }

  private static boolean hasValue(Actual actual) {
    return actual.value() != null;
  }
}
