package tasuki.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.identity.Viewer;
import tasuki.indicator.Goal;
import tasuki.indicator.GoalId;
import tasuki.indicator.Indicator;
import tasuki.indicator.Verdict;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;
import tasuki.web.LineChart;
import tasuki.web.Phrases;

/** The list of indicators: how far each came, and what is off its track. */
@Controller
@OpenTo(Duty.OFFICER)
class IndicatorsController {

  /** An indicator as the page lists it. */
  record Line(
      String href,
      String name,
      String area,
      String charge,
      boolean automatic,
      List<IndicatorTable.Figure> figures,
      Phrases.@Nullable Mark verdict,
      @Nullable String why,
      Phrases.Mark trend) {}

  private static final List<String> FILTERS =
      List.of("year", "q", "plan", "goal", "division", "verdict");
  private static final int CHARTED_YEARS = 8;

  private final IndicatorTable table;
  private final Charge charge;
  private final GoalWords say;

  IndicatorsController(IndicatorTable table, Charge charge, GoalWords say) {
    this.table = table;
    this.charge = charge;
    this.say = say;
  }

  @GetMapping("/indicators")
  Object page(Form form, Viewer viewer, Model model) {
    IndicatorTable.Wanted wanted = wanted(form);
    IndicatorTable.Found found = table.find(wanted);
    Charge.Names names = charge.names();
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent()) {
      return TableAnswer.of(
          "indicators-" + found.year().year(),
          format.get(),
          List.of(table.sheet(found.year(), found.rows(), names)));
    }
    List<FiscalYear> years = table.years(found.all());
    form.start("year", found.year().year());
    model.addAttribute(
        "lines", found.rows().stream().map(row -> line(row, found.year(), names)).toList());
    model.addAttribute("chart", chart(found.rows(), years).orElse(null));
    model.addAttribute("yearOptions", say.years(years));
    choices(found, names, model);
    model.addAttribute(
        "narrowed", FILTERS.stream().skip(1).anyMatch(one -> !form.value(one).isEmpty()));
    model.addAttribute("excelHref", address(form, "xlsx"));
    model.addAttribute("csvHref", address(form, "csv"));
    model.addAttribute("setsUp", Keeping.setsUp(viewer));
    return "goal/indicators";
  }

  private IndicatorTable.Wanted wanted(Form form) {
    return new IndicatorTable.Wanted(
        year(form, "year"),
        form.optional("q", 60).orElse(""),
        form.optional("plan", 200).orElse(""),
        form.id("goal").map(GoalId::new),
        form.id("division"),
        form.optionalChoice("verdict", Verdict.Kind.class),
        form.flag("retired"));
  }

  /** The fiscal year that an address names by its western number. */
  static Optional<FiscalYear> year(Form form, String name) {
    return form.value(name).matches("(19|20|21)\\d\\d")
        ? Optional.of(new FiscalYear(Integer.parseInt(form.value(name))))
        : Optional.empty();
  }

  private void choices(IndicatorTable.Found found, Charge.Names names, Model model) {
    model.addAttribute(
        "planOptions",
        found.goals().stream()
            .map(Goal::plan)
            .distinct()
            .map(one -> new Phrases.Choice(one, one))
            .toList());
    model.addAttribute(
        "goalOptions",
        found.goals().stream()
            .map(one -> new Phrases.Choice("" + one.id(), one.area() + " " + one.section()))
            .toList());
    Map<String, String> divisions =
        found.all().stream()
            .filter(one -> one.division() != null)
            .collect(
                Collectors.toMap(
                    one -> "" + one.division(),
                    one -> names.of(one.organization(), one.division()),
                    (one, _) -> one));
    model.addAttribute(
        "divisionOptions",
        divisions.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(one -> new Phrases.Choice(one.getKey(), one.getValue()))
            .toList());
    model.addAttribute(
        "verdictOptions", say.choices("indicator.kind", List.of(Verdict.Kind.values())));
  }

  private Line line(IndicatorTable.Row row, FiscalYear year, Charge.Names names) {
    Indicator indicator = row.indicator();
    Verdict verdict = row.verdict();
    return new Line(
        "/indicators/" + indicator.id(),
        row.definition().name(GoalWords.locale()),
        indicator.area(),
        names.of(indicator.organization(), indicator.division()),
        row.definition().formula() != null,
        indicator.lines().stream().map(one -> table.figure(one, row, year)).toList(),
        verdict == null ? null : say.mark(verdict.kind()),
        verdict == null ? null : verdict.reason().said(GoalWords.locale()),
        say.mark(row.trend().kind()));
  }

  /** How many were met and how many missed, year by year. */
  private Optional<LineChart> chart(List<IndicatorTable.Row> rows, List<FiscalYear> years) {
    List<FiscalYear> shown = years.subList(Math.max(0, years.size() - CHARTED_YEARS), years.size());
    Map<FiscalYear, Map<Verdict.Kind, Integer>> counts = table.verdicts(rows, shown);
    if (counts.values().stream().allMatch(Map::isEmpty)) {
      return Optional.empty();
    }
    List<LineChart.Line> lines = new ArrayList<>();
    for (Verdict.Kind kind : Verdict.Kind.values()) {
      List<@Nullable BigDecimal> values = new ArrayList<>();
      for (FiscalYear year : shown) {
        values.add(BigDecimal.valueOf(counts.getOrDefault(year, Map.of()).getOrDefault(kind, 0)));
      }
      lines.add(
          new LineChart.Line(
              say.any("indicator.kind." + kind),
              values,
              values.stream().map(String::valueOf).toList(),
              false));
    }
    return LineChart.of(
        say.of("chart.verdicts"),
        say.of("chart.count"),
        shown.stream().map(one -> one.label(GoalWords.locale())).toList(),
        lines);
  }

  private static String address(Form form, String as) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/indicators");
    Map<String, Object> values = new HashMap<>();
    for (String name : FILTERS) {
      if (!form.value(name).isEmpty()) {
        address.queryParam(name, "{" + name + "}");
        values.put(name, form.value(name));
      }
    }
    return address.queryParam("as", as).encode().buildAndExpand(values).toUriString();
  }
}
