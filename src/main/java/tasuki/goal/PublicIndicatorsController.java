package tasuki.goal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.AsOf;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Definition;
import tasuki.indicator.Goal;
import tasuki.indicator.Indicator;
import tasuki.indicator.Target;
import tasuki.indicator.Verdict;
import tasuki.table.TableWriter;
import tasuki.web.Anybody;
import tasuki.web.Form;
import tasuki.web.Phrases;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published indicators for everybody, to read and to take along. */
@Controller
@Anybody
class PublicIndicatorsController {

  /** An indicator as the page lists it. */
  record Line(
      String name,
      String area,
      String goals,
      String charge,
      boolean automatic,
      List<IndicatorTable.Figure> figures,
      Phrases.@Nullable Mark verdict,
      @Nullable String why) {}

  private final OpenIndicators open;
  private final IndicatorTable table;
  private final Charge charge;
  private final GoalWords say;

  PublicIndicatorsController(
      OpenIndicators open, IndicatorTable table, Charge charge, GoalWords say) {
    this.open = open;
    this.table = table;
    this.charge = charge;
    this.say = say;
  }

  private FiscalYear year(Form form) {
    return IndicatorsController.year(form, "year").orElseGet(() -> say.usual(open.years()));
  }

  @GetMapping("/public/indicators")
  String page(Form form, Model model) {
    FiscalYear year = year(form);
    List<IndicatorTable.Row> rows = open.of(year);
    Charge.Names names = charge.names();
    model.addAttribute("lines", rows.stream().map(one -> line(one, year, names)).toList());
    model.addAttribute("yearOptions", say.years(open.years()));
    model.addAttribute("yearValue", year.year());
    model.addAttribute("yearName", year.label(GoalWords.locale()));
    return "goal/public";
  }

  private Line line(IndicatorTable.Row row, FiscalYear year, Charge.Names names) {
    Indicator indicator = row.indicator();
    Definition definition = row.definition();
    boolean automatic = definition.formula() != null;
    Verdict verdict = automatic ? null : row.verdict();
    return new Line(
        definition.name(GoalWords.locale()),
        indicator.area(),
        row.goals().stream().map(Goal::section).collect(Collectors.joining("、")),
        names.of(indicator.organization(), indicator.division()),
        automatic,
        indicator.lines().stream().map(one -> table.figure(one, row, year)).toList(),
        verdict == null ? null : say.mark(verdict.kind()),
        verdict == null ? null : verdict.reason().said(GoalWords.locale()));
  }

  @GetMapping("/open-data/indicators.csv")
  ResponseEntity<byte[]> csv(Form form) {
    FiscalYear year = year(form);
    // What is computed has no values here, and so no verdict either.
    List<IndicatorTable.Row> entered =
        open.of(year).stream().filter(row -> row.definition().formula() == null).toList();
    byte[] bytes = TableWriter.csv(table.sheet(year, entered, charge.names()));
    return taken(new MediaType("text", "csv", StandardCharsets.UTF_8), bytes);
  }

  private static ResponseEntity<byte[]> taken(MediaType type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(bytes);
  }

  /** Every year of every published indicator. */
  @GetMapping("/open-data/indicators.json")
  ResponseEntity<byte[]> json(Form form) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode all = mapper.createObjectNode();
    ArrayNode list = all.putArray("indicators");
    for (IndicatorTable.Row row : open.of(year(form))) {
      Indicator indicator = row.indicator();
      Definition definition = row.definition();
      ObjectNode one = list.addObject();
      one.put("id", indicator.id().toString());
      one.put("name", definition.name());
      one.put("nameEnglish", definition.nameEnglish());
      one.put("area", indicator.area());
      one.put("definition", definition.text());
      one.put("unit", definition.unit());
      one.put("direction", definition.direction().name());
      one.put("source", definition.source());
      one.put("computed", definition.formula() != null);
      ArrayNode goals = one.putArray("goals");
      row.goals()
          .forEach(
              goal -> goals.addObject().put("plan", goal.plan()).put("section", goal.section()));
      ArrayNode series = one.putArray("series");
      indicator.lines().forEach(line -> put(series.addObject(), line));
    }
    return taken(MediaType.APPLICATION_JSON, mapper.writeValueAsBytes(all));
  }

  private static void put(ObjectNode series, Indicator.Line line) {
    series.put("label", line.series().label());
    ArrayNode targets = series.putArray("targets");
    for (Target one : line.targets()) {
      targets
          .addObject()
          .put("fiscalYear", one.year().year())
          .put("due", one.due().compact())
          .put("printed", one.printed());
    }
    ArrayNode actuals = series.putArray("actuals");
    for (Actual one : line.actuals()) {
      AsOf asOf = one.asOf();
      BigDecimal value = one.value();
      actuals
          .addObject()
          .put("fiscalYear", one.year().year())
          .put("asOf", asOf == null ? null : asOf.compact())
          .put("value", value)
          .put("status", one.status().name());
    }
    ArrayNode comparators = series.putArray("comparators");
    for (ComparatorValue one : line.comparators()) {
      comparators
          .addObject()
          .put("name", one.name())
          .put("asOf", one.asOf().compact())
          .put("value", one.value());
    }
  }
}
