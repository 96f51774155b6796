package tasuki.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.indicator.Actual;
import tasuki.indicator.Aim;
import tasuki.indicator.Definition;
import tasuki.indicator.Doubts;
import tasuki.indicator.Figures;
import tasuki.indicator.Formula;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.Measures;
import tasuki.indicator.Reason;
import tasuki.indicator.Target;
import tasuki.indicator.Trend;
import tasuki.indicator.Verdict;
import tasuki.kernel.Ruling;
import tasuki.web.LineChart;
import tasuki.web.Phrases;

/** One indicator: what it is, what was wanted, what came of it, and why it is judged so. */
@Controller
@OpenTo(Duty.OFFICER)
class IndicatorController {

  private static final int MOST_YEARS = 40;

  /** A year of one series. */
  record YearLine(
      String year,
      String label,
      String target,
      String due,
      String actual,
      String time,
      String source,
      boolean baseline,
      boolean automatic,
      String comparators,
      Phrases.@Nullable Mark verdict,
      @Nullable String why) {}

  /** The verdict on a year's target. */
  record Judged(String year, Phrases.Mark mark, String why) {}

  /** A goal under which it stands. */
  record Under(String href, String plan, String section, boolean repost) {}

  /** A version of the definition. */
  record Version(String from, Definition definition, String direction, @Nullable String formula) {}

  /** What was said of an actual, and when. */
  record Said(String year, String label, String text, String by, String on) {}

  private final Indicators indicators;
  private final Goals goals;
  private final Figures figures;
  private final Measures measures;
  private final Keeping keeping;
  private final Charge charge;
  private final Accounts accounts;
  private final GoalWords say;

  IndicatorController(
      Indicators indicators,
      Goals goals,
      Figures figures,
      Measures measures,
      Keeping keeping,
      Charge charge,
      Accounts accounts,
      GoalWords say) {
    this.indicators = indicators;
    this.goals = goals;
    this.figures = figures;
    this.measures = measures;
    this.keeping = keeping;
    this.charge = charge;
    this.accounts = accounts;
    this.say = say;
  }

  @GetMapping("/indicators/{id}")
  String page(@PathVariable UUID id, Model model) {
    Indicator indicator = indicators.get(new IndicatorId(id));
    Definition definition = indicator.definition(say.today());
    FiscalYear now = say.thisYear();
    Trend trend = indicator.trend(now);
    List<Goal> under = goals.all(false).stream().filter(one -> holds(one, indicator)).toList();
    model.addAttribute("indicator", indicator);
    model.addAttribute("definition", definition);
    model.addAttribute("indicatorName", definition.name(GoalWords.locale()));
    model.addAttribute("charge", charge.names().of(indicator.organization(), indicator.division()));
    model.addAttribute(
        "judged",
        indicator.targetYears().stream()
            .filter(year -> year.compareTo(now) <= 0)
            .limit(2)
            .sorted()
            .flatMap(year -> judged(indicator, year).stream())
            .toList());
    model.addAttribute("trend", say.mark(trend.kind()));
    model.addAttribute("trendWhy", trend.reason().said(GoalWords.locale()));
    model.addAttribute("doubts", doubts(indicator, under));
    model.addAttribute("years", years(indicator));
    model.addAttribute("chart", chart(indicator).orElse(null));
    model.addAttribute("goals", under.stream().map(one -> under(one, indicator)).toList());
    model.addAttribute("versions", versions(indicator));
    model.addAttribute("said", said(indicator));
    model.addAttribute("mayChange", keeping.mayChange(indicator) instanceof Ruling.Allowed);
    return "goal/indicator";
  }

  private Optional<Judged> judged(Indicator indicator, FiscalYear year) {
    return indicator
        .verdict(year, say.today())
        .map(
            one ->
                new Judged(
                    year.label(GoalWords.locale()),
                    say.mark(one.kind()),
                    one.reason().said(GoalWords.locale())));
  }

  private static boolean holds(Goal goal, Indicator indicator) {
    return goal.members().stream().anyMatch(one -> one.indicator().equals(indicator.id()));
  }

  private List<String> doubts(Indicator indicator, List<Goal> under) {
    Stream<Reason> reposts =
        under.stream()
            .flatMap(goal -> goal.members().stream())
            .filter(one -> one.indicator().equals(indicator.id()) && one.repost())
            .map(Goal.Member::note)
            .filter(Objects::nonNull)
            .flatMap(note -> Doubts.ofRepost(indicator, note).stream());
    return Stream.concat(Doubts.of(indicator).stream(), reposts)
        .map(one -> one.said(GoalWords.locale()))
        .distinct()
        .toList();
  }

  private static Under under(Goal goal, Indicator indicator) {
    boolean repost =
        goal.members().stream()
            .anyMatch(one -> one.indicator().equals(indicator.id()) && one.repost());
    return new Under("/goals/" + goal.id(), goal.plan(), goal.section(), repost);
  }

  private static List<FiscalYear> yearsOf(Indicator indicator) {
    TreeSet<FiscalYear> years = new TreeSet<>();
    indicator
        .lines()
        .forEach(
            line -> {
              line.targets().forEach(one -> years.add(one.year()));
              line.actuals().forEach(one -> years.add(one.year()));
            });
    return List.copyOf(years);
  }

  private List<YearLine> years(Indicator indicator) {
    List<YearLine> lines = new ArrayList<>();
    for (FiscalYear year : yearsOf(indicator).reversed()) {
      for (Indicator.Line line : indicator.lines()) {
        lines.add(year(indicator, line, year));
      }
    }
    return lines;
  }

  private YearLine year(Indicator indicator, Indicator.Line line, FiscalYear year) {
    Definition definition = indicator.definition(year.lastDay());
    Target target = line.target(year).orElse(null);
    Actual actual = line.actual(year).orElse(null);
    Verdict verdict =
        Indicator.verdict(line, year, say.today()).map(one -> one.verdict()).orElse(null);
    return new YearLine(
        year.label(GoalWords.locale()),
        line.series().label(),
        target == null ? "" : say.aim(target, definition),
        target == null ? "" : say.time(target.due()),
        actual == null ? "" : say.actual(actual, definition),
        actual == null ? "" : say.time(actual.asOf()),
        actual == null || actual.source() == null ? "" : actual.source(),
        actual != null && actual.baseline(),
        actual != null && actual.isAutomatic(),
        comparators(line, year, definition),
        verdict == null ? null : say.mark(verdict.kind()),
        verdict == null ? null : verdict.reason().said(GoalWords.locale()));
  }

  private String comparators(Indicator.Line line, FiscalYear year, Definition definition) {
    return String.join(
        "、",
        line.comparators().stream()
            .filter(one -> one.asOf().fiscalYear().equals(year))
            .map(one -> one.name() + " " + say.value(one.value(), definition))
            .toList());
  }

  private Optional<LineChart> chart(Indicator indicator) {
    Definition definition = indicator.definition(say.today());
    List<FiscalYear> years = withoutGaps(yearsOf(indicator));
    List<LineChart.Line> lines = new ArrayList<>();
    for (Indicator.Line line : indicator.lines()) {
      String label = line.series().label();
      lines.add(
          line(
              label.isEmpty() ? say.of("actual") : label,
              years.stream().map(year -> value(line, year)).toList(),
              definition,
              false));
    }
    if (indicator.lines().size() == 1) {
      Indicator.Line line = indicator.lines().getFirst();
      lines.add(
          line(
              say.of("target"),
              years.stream().map(year -> bound(line, year)).toList(),
              definition,
              true));
    }
    return LineChart.of(
        say.of("chart.values"),
        definition.unit().isEmpty() ? null : definition.unit(),
        years.stream().map(one -> one.label(GoalWords.locale())).toList(),
        lines);
  }

  /** Every year from the first to the last, so that five years take more room than one. */
  private static List<FiscalYear> withoutGaps(List<FiscalYear> years) {
    return years.isEmpty()
        ? years
        : Stream.iterate(years.getFirst(), FiscalYear::next)
            .limit(Math.min(MOST_YEARS, years.getLast().year() - years.getFirst().year() + 1))
            .toList();
  }

  private LineChart.Line line(
      String name, List<Optional<BigDecimal>> said, Definition definition, boolean aim) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Optional<BigDecimal> one : said) {
      values.add(one.orElse(null));
      texts.add(one.map(value -> say.number(value, definition)).orElse(""));
    }
    return new LineChart.Line(name, values, texts, aim);
  }

  private static Optional<BigDecimal> value(Indicator.Line line, FiscalYear year) {
    return line.actual(year).map(Actual::value);
  }

  /** The number of a target that is one, at the year in whose plan it stands. */
  private static Optional<BigDecimal> bound(Indicator.Line line, FiscalYear year) {
    return line.target(year)
        .flatMap(
            one ->
                switch (one.aim()) {
                  case Aim.Bound(var _, BigDecimal value) -> Optional.of(value);
                  case Aim.Range _, Aim.Compared _ -> Optional.empty();
                });
  }

  private List<Version> versions(Indicator indicator) {
    return indicator.definitions().stream()
        .sorted(Comparator.comparing(Definition::validFrom).reversed())
        .map(
            one ->
                new Version(
                    say.day(one.validFrom()),
                    one,
                    say.any("indicator.direction." + one.direction()),
                    one.formula() == null ? null : formula(one.formula())))
        .toList();
  }

  private String formula(Formula formula) {
    String name =
        measures.all().stream()
            .filter(one -> one.id().equals(formula.measure()))
            .map(one -> one.name(GoalWords.locale()))
            .findFirst()
            .orElse("" + formula.measure());
    return say.of("formula.said", name, formula.scale().toPlainString());
  }

  private List<Said> said(Indicator indicator) {
    Definition definition = indicator.definition(say.today());
    return figures.versions(indicator.id()).stream()
        .map(
            one ->
                new Said(
                    one.year().label(GoalWords.locale()),
                    one.label(),
                    one.actual() == null
                        ? say.of("withdrawn")
                        : say.actual(one.actual(), definition),
                    one.by() == null ? say.of("by-list") : accounts.nameOf(one.by()),
                    say.day(one.on())))
        .toList();
  }
}
