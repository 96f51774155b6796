package tasuki.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.Definition;
import tasuki.indicator.Goal;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.Target;
import tasuki.indicator.Trend;
import tasuki.indicator.Verdict;
import tasuki.indicator.Verdicts;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;

/** The indicators as a list: what each wanted by a year, what came of it and which way it goes. */
@Component
class IndicatorTable {

  /**
   * What is looked for; empty where everything is wanted.
   *
   * @param year in whose plan targets stand; empty for the last one that is over
   */
  record Wanted(
      Optional<FiscalYear> year,
      String words,
      String plan,
      Optional<GoalId> goal,
      Optional<UUID> division,
      Optional<Verdict.Kind> verdict,
      boolean retiredToo) {}

  /**
   * An indicator in the list.
   *
   * @param definition the one of the year
   * @param target in whose plan's year the target stands; null without one
   */
  record Row(
      Indicator indicator,
      Definition definition,
      List<Goal> goals,
      @Nullable FiscalYear target,
      @Nullable Verdict verdict,
      Trend trend) {}

  /** What one series wants and has. */
  record Figure(String label, String target, String due, String actual, String time) {}

  /** All that is found, and what one can look for. */
  record Found(FiscalYear year, List<Row> rows, List<Goal> goals, List<Indicator> all) {}

  private final Indicators indicators;
  private final Goals goals;
  private final GoalWords say;

  IndicatorTable(Indicators indicators, Goals goals, GoalWords say) {
    this.indicators = indicators;
    this.goals = goals;
    this.say = say;
  }

  /** What is found, in the order of area and name. */
  @Transactional(readOnly = true)
  public Found find(Wanted wanted) {
    List<Goal> known = goals.all(false);
    Map<IndicatorId, List<Goal>> under = new HashMap<>();
    known.forEach(
        goal ->
            goal.members()
                .forEach(
                    one ->
                        under.computeIfAbsent(one.indicator(), _ -> new ArrayList<>()).add(goal)));
    List<Indicator> all = indicators.all(wanted.retiredToo());
    FiscalYear year = wanted.year().orElseGet(() -> say.usual(years(all)));
    List<Row> rows =
        all.stream()
            .map(one -> row(one, under.getOrDefault(one.id(), List.of()), year))
            .filter(row -> fits(row, wanted))
            .toList();
    return new Found(year, rows, known, all);
  }

  Row row(Indicator indicator, List<Goal> under, FiscalYear year) {
    FiscalYear target = indicator.targetYear(year).orElse(null);
    return new Row(
        indicator,
        indicator.definition(year.lastDay()),
        under,
        target,
        target == null ? null : indicator.verdict(target, say.today()).orElse(null),
        indicator.trend(year));
  }

  private static boolean fits(Row row, Wanted wanted) {
    boolean named =
        wanted.words().isEmpty()
            || (row.definition().name() + row.definition().nameEnglish() + row.indicator().area())
                .contains(wanted.words());
    boolean planned =
        wanted.plan().isEmpty()
            || row.goals().stream().anyMatch(goal -> goal.plan().equals(wanted.plan()));
    boolean under =
        wanted.goal().isEmpty()
            || row.goals().stream().anyMatch(goal -> goal.id().equals(wanted.goal().get()));
    boolean charged =
        wanted.division().isEmpty() || wanted.division().get().equals(row.indicator().division());
    boolean judged =
        wanted.verdict().isEmpty()
            || row.verdict() != null && row.verdict().kind() == wanted.verdict().get();
    return named && planned && under && charged && judged;
  }

  /** Every fiscal year in whose plan a target stands, and the running one. */
  List<FiscalYear> years(List<Indicator> all) {
    TreeSet<FiscalYear> years = new TreeSet<>(List.of(say.thisYear()));
    all.stream()
        .flatMap(one -> one.lines().stream())
        .flatMap(line -> line.targets().stream())
        .forEach(target -> years.add(target.year()));
    return List.copyOf(years);
  }

  /** How many of these were judged in which way, by the year of the plan. */
  Map<FiscalYear, Map<Verdict.Kind, Integer>> verdicts(List<Row> rows, List<FiscalYear> years) {
    Map<FiscalYear, Map<Verdict.Kind, Integer>> counts = new HashMap<>();
    for (FiscalYear year : years) {
      Map<Verdict.Kind, Integer> count = new EnumMap<>(Verdict.Kind.class);
      rows.forEach(
          row ->
              row.indicator()
                  .verdict(year, say.today())
                  .ifPresent(one -> count.merge(one.kind(), 1, Integer::sum)));
      counts.put(year, count);
    }
    return counts;
  }

  /** The list as a table to take along: a row for each series, numbers as numbers. */
  Sheet sheet(FiscalYear year, List<Row> rows, Charge.Names charge) {
    String title = say.of("sheet.indicators", year.label(GoalWords.locale()));
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (Row row : rows) {
      for (Indicator.Line line : row.indicator().lines()) {
        cells.add(cells(row, line, year, charge));
      }
    }
    return new Sheet(
        say.of("title"),
        title,
        List.of(say.of("sheet.day", say.day(say.today()))),
        List.of(
            SheetColumn.text(say.of("area"), 14),
            SheetColumn.text(say.of("name"), 44),
            SheetColumn.text(say.of("series"), 16),
            SheetColumn.text(say.of("goals"), 34),
            SheetColumn.text(say.of("division"), 24),
            SheetColumn.text(say.of("unit"), 10),
            SheetColumn.text(say.of("target"), 18),
            SheetColumn.text(say.of("due"), 14),
            SheetColumn.number(say.of("actual")),
            SheetColumn.text(say.of("time"), 14),
            SheetColumn.text(say.of("status"), 12),
            SheetColumn.text(say.of("verdict"), 12),
            SheetColumn.text(say.of("why"), 50),
            SheetColumn.text(say.of("trend"), 10)),
        cells);
  }

  private List<@Nullable Object> cells(
      Row row, Indicator.Line line, FiscalYear year, Charge.Names charge) {
    Indicator indicator = row.indicator();
    Target target = row.target() == null ? null : line.target(row.target()).orElse(null);
    Actual actual = latest(line, year);
    Verdict verdict =
        row.target() == null
            ? null
            : Indicator.verdict(line, row.target(), say.today())
                .map(Verdicts.Labelled::verdict)
                .orElse(null);
    return Arrays.<@Nullable Object>asList(
        indicator.area(),
        row.definition().name(GoalWords.locale()),
        line.series().label(),
        row.goals().stream().map(Goal::section).collect(Collectors.joining("、")),
        charge.of(indicator.organization(), indicator.division()),
        row.definition().unit(),
        target == null ? null : say.aim(target, row.definition()),
        target == null ? null : say.time(target.due()),
        actual == null ? null : actual.value(),
        actual == null ? null : say.time(actual.asOf()),
        actual == null ? null : say.any("indicator.status." + actual.status()),
        verdict == null ? null : say.mark(verdict.kind()).text(),
        verdict == null ? null : verdict.reason().said(GoalWords.locale()),
        say.mark(row.trend().kind()).text());
  }

  /** What a series wants and has, in words. */
  Figure figure(Indicator.Line line, Row row, FiscalYear year) {
    Definition definition = row.definition();
    Target target = row.target() == null ? null : line.target(row.target()).orElse(null);
    Actual actual = latest(line, year);
    return new Figure(
        line.series().label(),
        target == null ? "" : say.aim(target, definition),
        target == null ? "" : say.time(target.due()),
        actual == null ? "" : say.actual(actual, definition),
        actual == null ? "" : say.time(actual.asOf()));
  }

  /** What the year came to; without a value of its own the latest before it. */
  static @Nullable Actual latest(Indicator.Line line, FiscalYear year) {
    Optional<Actual> own = line.actual(year).filter(one -> one.value() != null);
    return own.or(
            () ->
                line.actuals().stream()
                    .filter(one -> one.value() != null && one.year().compareTo(year) <= 0)
                    .reduce((_, later) -> later))
        .or(() -> line.actual(year))
        .orElse(null);
  }
}
