package tasuki.goal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.Actual;
import tasuki.indicator.Definition;
import tasuki.indicator.Goal;
import tasuki.indicator.Indicator;
import tasuki.indicator.Target;
import tasuki.indicator.Verdict;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.Phrases;

/** The goals of a plan with their indicators, as the prefecture prints them. */
@Controller
@OpenTo(Duty.OFFICER)
class GoalsController {

  /** A goal on the page. */
  record Section(String href, String area, String section, String text, List<Line> lines) {}

  /** An indicator under it. */
  record Line(
      String href,
      String name,
      boolean repost,
      List<Figures> figures,
      Phrases.@Nullable Mark verdict,
      @Nullable String why,
      Phrases.Mark trend,
      String trendWhy) {}

  /** What is printed of one series. */
  record Figures(String label, Cell target, Cell previous, Cell actual, Cell next) {}

  /** A figure with its time below. */
  record Cell(String text, String time) {
    static final Cell NOTHING = new Cell("", "");
  }

  private final GoalTable table;
  private final GoalWords say;

  GoalsController(GoalTable table, GoalWords say) {
    this.table = table;
    this.say = say;
  }

  @GetMapping("/goals")
  Object page(Form form, Viewer viewer, Model model) {
    List<GoalTable.Shown> all = table.all(false);
    List<String> plans = all.stream().map(one -> one.goal().plan()).distinct().toList();
    String plan =
        plans.contains(form.value("plan"))
            ? form.value("plan")
            : plans.isEmpty() ? "" : plans.getFirst();
    List<GoalTable.Shown> shown =
        all.stream().filter(one -> one.goal().plan().equals(plan)).toList();
    List<FiscalYear> years = table.years(shown);
    FiscalYear year = year(form, shown, years);
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of(
          "goals-" + year.year(), format.get(), List.of(table.sheet(plan, year, shown)));
    }
    model.addAttribute("plan", plan);
    model.addAttribute("yearName", year.label(GoalWords.locale()));
    model.addAttribute("sections", shown.stream().map(one -> section(one, year)).toList());
    model.addAttribute(
        "planOptions", plans.stream().map(one -> new Phrases.Choice(one, one)).toList());
    model.addAttribute("yearOptions", say.years(years));
    model.addAttribute("yearValue", year.year());
    model.addAttribute("excelHref", address(plan, year, "xlsx"));
    model.addAttribute("csvHref", address(plan, year, "csv"));
    model.addAttribute("setsUp", Keeping.setsUp(viewer));
    return "goal/goals";
  }

  private FiscalYear year(Form form, List<GoalTable.Shown> shown, List<FiscalYear> years) {
    return IndicatorsController.year(form, "year")
        .orElseGet(
            () ->
                say.usual(
                    years.stream()
                        .filter(one -> shown.stream().anyMatch(goal -> isPlanned(goal, one)))
                        .toList()));
  }

  private static boolean isPlanned(GoalTable.Shown goal, FiscalYear year) {
    return goal.members().stream().anyMatch(one -> GoalTable.isPlanned(one.indicator(), year));
  }

  private Section section(GoalTable.Shown shown, FiscalYear year) {
    Goal goal = shown.goal();
    return new Section(
        "/goals/" + goal.id(),
        goal.area(),
        goal.section(),
        goal.text(),
        shown.members().stream().map(one -> line(one, year)).toList());
  }

  private Line line(GoalTable.Member member, FiscalYear year) {
    Indicator indicator = member.indicator();
    Definition definition = indicator.definition(year.lastDay());
    Verdict verdict = indicator.verdict(year, say.today()).orElse(null);
    var trend = indicator.trend(year);
    return new Line(
        "/indicators/" + indicator.id(),
        definition.name(GoalWords.locale()),
        member.member().repost(),
        indicator.lines().stream().map(one -> figures(one, definition, year)).toList(),
        verdict == null ? null : say.mark(verdict.kind()),
        verdict == null ? null : verdict.reason().said(GoalWords.locale()),
        say.mark(trend.kind()),
        trend.reason().said(GoalWords.locale()));
  }

  private Figures figures(Indicator.Line line, Definition definition, FiscalYear year) {
    return new Figures(
        line.series().label(),
        target(line, definition, year),
        actual(line, definition, year.previous()),
        actual(line, definition, year),
        target(line, definition, year.next()));
  }

  private Cell target(Indicator.Line line, Definition definition, FiscalYear year) {
    Optional<Target> target = line.target(year);
    return target
        .map(one -> new Cell(say.aim(one, definition), say.time(one.due())))
        .orElse(Cell.NOTHING);
  }

  private Cell actual(Indicator.Line line, Definition definition, FiscalYear year) {
    Optional<Actual> actual = line.actual(year);
    return actual
        .map(one -> new Cell(say.actual(one, definition), say.time(one.asOf())))
        .orElse(Cell.NOTHING);
  }

  private static String address(String plan, FiscalYear year, String as) {
    return UriComponentsBuilder.fromPath("/goals")
        .queryParam("plan", "{plan}")
        .queryParam("year", year.year())
        .queryParam("as", as)
        .encode()
        .buildAndExpand(plan)
        .toUriString();
  }
}
