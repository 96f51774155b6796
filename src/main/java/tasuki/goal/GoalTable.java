package tasuki.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.Definition;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.Target;
import tasuki.table.Column;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;

/** The goals of a plan as the prefecture prints them: 目標達成状況. */
@Component
class GoalTable {

  /** An indicator under a goal. */
  record Member(Goal.Member member, Indicator indicator) {}

  /** A goal with the indicators that the viewer may see. */
  record Shown(Goal goal, List<Member> members) {}

  private final Goals goals;
  private final Indicators indicators;
  private final GoalWords say;

  GoalTable(Goals goals, Indicators indicators, GoalWords say) {
    this.goals = goals;
    this.indicators = indicators;
    this.say = say;
  }

  @Transactional(readOnly = true)
  public List<Shown> all(boolean endedToo) {
    List<Goal> known = goals.all(endedToo);
    Set<IndicatorId> wanted = new HashSet<>();
    known.forEach(goal -> goal.members().forEach(one -> wanted.add(one.indicator())));
    Map<IndicatorId, Indicator> found = new HashMap<>();
    indicators.of(wanted).forEach(one -> found.put(one.id(), one));
    return known.stream()
        .map(
            goal ->
                new Shown(
                    goal,
                    goal.members().stream()
                        .flatMap(one -> member(one, found.get(one.indicator())).stream())
                        .toList()))
        .toList();
  }

  private static Optional<Member> member(Goal.Member member, @Nullable Indicator indicator) {
    return Optional.ofNullable(indicator).map(one -> new Member(member, one));
  }

  /** Every fiscal year for which something is planned, and the running one. */
  List<FiscalYear> years(List<Shown> shown) {
    TreeSet<FiscalYear> years = new TreeSet<>(List.of(say.thisYear()));
    for (Shown one : shown) {
      for (Member member : one.members()) {
        for (Indicator.Line line : member.indicator().lines()) {
          line.targets().stream().map(Target::year).forEach(years::add);
        }
      }
    }
    return List.copyOf(years);
  }

  /** Whether the plan wants something of the indicator in the year. */
  static boolean isPlanned(Indicator indicator, FiscalYear year) {
    return indicator.lines().stream().anyMatch(line -> line.target(year).isPresent());
  }

  /**
   * The table to take along. Its headings are those of the list of indicators, so that it can be
   * brought in again, filled further; what is computed stands behind them.
   */
  Sheet sheet(String plan, FiscalYear year, List<Shown> shown) {
    List<SheetColumn> columns = new ArrayList<>();
    PrintedRow.COLUMNS.forEach(
        column -> columns.add(SheetColumn.text(column.names().getFirst(), width(column))));
    columns.add(SheetColumn.text(say.of("verdict"), 12));
    columns.add(SheetColumn.text(say.of("why"), 50));
    columns.add(SheetColumn.text(say.of("trend"), 10));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Shown one : shown) {
      int place = 0;
      for (Member member : one.members()) {
        if (isPlanned(member.indicator(), year)) {
          rows.add(cells(one.goal(), member, ++place, year));
        }
      }
    }
    String title = say.of("sheet.goals", plan, year.label(GoalWords.locale()));
    return new Sheet(say.of("goals.title"), title, List.of(), columns, rows);
  }

  private static int width(Column column) {
    return switch (column.key()) {
      case "indicator", "goal", "definition", "note" -> 40;
      case "plan", "section", "target", "actual", "previous", "next" -> 24;
      default -> 13;
    };
  }

  private List<@Nullable Object> cells(Goal goal, Member member, int place, FiscalYear year) {
    PrintedRow row = PrintedRow.of(statement(goal, member, place, year));
    List<@Nullable Object> cells = new ArrayList<>();
    PrintedRow.COLUMNS.forEach(
        column -> cells.add(row.get(column.key()).isEmpty() ? null : row.get(column.key())));
    member
        .indicator()
        .verdict(year, say.today())
        .ifPresentOrElse(
            verdict ->
                cells.addAll(
                    List.of(
                        say.mark(verdict.kind()).text(),
                        verdict.reason().said(GoalWords.locale()))),
            () -> cells.addAll(Arrays.<@Nullable Object>asList(null, null)));
    cells.add(say.mark(member.indicator().trend(year).kind()).text());
    return cells;
  }

  /** What the plan prints of an indicator for the year. */
  static Statement statement(Goal goal, Member member, int place, FiscalYear year) {
    Indicator indicator = member.indicator();
    Definition definition = indicator.definition(year.lastDay());
    return new Statement(
        goal.plan(),
        year,
        goal.area(),
        goal.section(),
        goal.text(),
        definition.name(),
        member.member().repost(),
        place,
        definition.direction(),
        definition.unit(),
        definition.decimals(),
        definition.text(),
        definition.source(),
        member.member().note(),
        indicator.lines().stream().map(line -> line(line, year)).toList());
  }

  private static Statement.Line line(Indicator.Line line, FiscalYear year) {
    List<Target> targets = new ArrayList<>();
    line.target(year).ifPresent(targets::add);
    line.target(year.next()).ifPresent(targets::add);
    List<Actual> actuals = new ArrayList<>();
    entered(line, year.previous()).ifPresent(actuals::add);
    entered(line, year).ifPresent(actuals::add);
    return new Statement.Line(
        line.series().label(),
        targets,
        actuals,
        line.comparators().stream()
            .filter(one -> one.asOf().fiscalYear().compareTo(year.previous()) >= 0)
            .filter(one -> one.asOf().fiscalYear().compareTo(year) <= 0)
            .toList());
  }

  /** What is computed is not handed out as if somebody had said it. */
  private static Optional<Actual> entered(Indicator.Line line, FiscalYear year) {
    return line.actual(year).filter(one -> !one.isAutomatic());
  }
}
