package tasuki.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tasuki.kernel.AbsentException;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;
import tasuki.web.Anybody;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published cases as open data: one file of cases, one of what each year cost and one of the
 * figures, joined by the code; the same in JSON as one. The names of columns are those of the
 * dictionary, in no language.
 */
@Controller
@Anybody
class OpenPracticesController {

  /** A line of the data dictionary. */
  record Explained(String file, String name, String meaning) {}

  /** A file with its columns and rows. */
  private record Table(String name, List<String> columns) {}

  private static final Table CASES =
      new Table(
          "practices",
          List.of(
              "code",
              "prefecture",
              "name",
              "name_en",
              "parent",
              "operators",
              "area",
              "area_type",
              "purpose",
              "approach",
              "instruments",
              "problems",
              "rules",
              "issues",
              "proposals",
              "actors",
              "systems",
              "note",
              "source",
              "details"));
  private static final Table BUDGET =
      new Table(
          "practice-budgets",
          List.of("code", "fiscal_year", "planned_yen", "settled_yen", "funding", "note"));
  private static final Table FIGURES =
      new Table(
          "practice-figures",
          List.of("code", "indicator", "area", "period", "value", "unit", "kind", "note"));
  private static final List<Table> TABLES = List.of(CASES, BUDGET, FIGURES);

  private static final Duration FRESH = Duration.ofHours(1);

  private final Library library;
  private final PracticeWords say;

  OpenPracticesController(Library library, PracticeWords say) {
    this.library = library;
    this.say = say;
  }

  @GetMapping("/public/practice/open-data")
  String dictionary(Model model) {
    model.addAttribute("files", TABLES.stream().map(Table::name).toList());
    model.addAttribute(
        "columns",
        TABLES.stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .map(
                            column ->
                                new Explained(table.name(), column, say.of("column." + column))))
            .toList());
    return "practice/open-data";
  }

  @GetMapping("/open-data/{table:practices|practice-budgets|practice-figures}.csv")
  ResponseEntity<byte[]> csv(@PathVariable String table) {
    return file(table + ".csv", "text/csv; charset=UTF-8", TableWriter.csv(sheet(table)));
  }

  @GetMapping("/open-data/{table:practices|practice-budgets|practice-figures}-ms932.csv")
  ResponseEntity<byte[]> ms932(@PathVariable String table) {
    return file(
        table + "-ms932.csv",
        "text/csv; charset=windows-31j",
        TableWriter.csvInMs932(sheet(table)));
  }

  @GetMapping("/open-data/practices.json")
  ResponseEntity<byte[]> json() {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Indexed one : library.now().all()) {
      Map<String, @Nullable Object> told = told(one);
      told.put("budget", budget(one.practice()));
      told.put("figures", figures(one.practice()));
      all.add(told);
    }
    return file(
        "practices.json",
        MediaType.APPLICATION_JSON_VALUE,
        JsonMapper.shared().writeValueAsString(all).getBytes(UTF_8));
  }

  private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .body(bytes);
  }

  private Sheet sheet(String name) {
    Table table =
        TABLES.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new AbsentException("file"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Indexed one : library.now().all()) {
      for (Map<String, @Nullable Object> line : lines(one, table)) {
        rows.add(cells(one, line, table));
      }
    }
    return new Sheet(
        name,
        name,
        List.of(),
        table.columns().stream().map(column -> SheetColumn.text(column, 20)).toList(),
        rows);
  }

  private static List<Map<String, @Nullable Object>> lines(Indexed one, Table table) {
    if (table.equals(BUDGET)) {
      return budget(one.practice());
    }
    if (table.equals(FIGURES)) {
      return figures(one.practice());
    }
    List<Map<String, @Nullable Object>> lines = new ArrayList<>();
    lines.add(told(one));
    return lines;
  }

  private static List<@Nullable Object> cells(
      Indexed one, Map<String, @Nullable Object> line, Table table) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (String column : table.columns()) {
      Object value = column.equals("code") ? one.practice().code() : line.get(column);
      cells.add(
          value instanceof List<?> list
              ? String.join("\n", list.stream().map(String::valueOf).toList())
              : value);
    }
    return cells;
  }

  private static Map<String, @Nullable Object> told(Indexed one) {
    Content content = one.practice().content();
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("code", one.practice().code());
    told.put("prefecture", content.prefecture());
    told.put("name", content.name());
    told.put("name_en", content.nameEn());
    told.put("parent", content.parent());
    told.put("operators", content.operators());
    told.put("area", content.area());
    told.put("area_type", content.areaType() == null ? null : content.areaType().name());
    told.put("purpose", content.purpose());
    told.put("approach", content.approach());
    told.put("instruments", content.instruments().stream().map(Instrument::code).toList());
    told.put("problems", List.copyOf(one.problems()));
    told.put("rules", content.rules());
    told.put("issues", content.issues());
    told.put("proposals", content.proposals());
    told.put("actors", content.actors());
    told.put("systems", content.systems());
    told.put("note", content.note());
    told.put("source", one.practice().source());
    told.put(
        "details",
        content.details().stream()
            .map(detail -> detail.key() + ": " + String.join(" / ", detail.lines()))
            .toList());
    return told;
  }

  private static List<Map<String, @Nullable Object>> budget(Practice practice) {
    List<Map<String, @Nullable Object>> budget = new ArrayList<>();
    for (BudgetYear year : practice.content().budget()) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put("fiscal_year", year.fiscalYear());
      told.put("planned_yen", year.plannedYen());
      told.put("settled_yen", year.settledYen());
      told.put("funding", year.funding() == null ? null : year.funding().name());
      told.put("note", year.note());
      budget.add(told);
    }
    return budget;
  }

  private static List<Map<String, @Nullable Object>> figures(Practice practice) {
    List<Map<String, @Nullable Object>> figures = new ArrayList<>();
    for (Figure figure : practice.content().figures()) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put("indicator", figure.indicator());
      told.put("area", figure.area());
      told.put("period", figure.period());
      told.put("value", figure.value());
      told.put("unit", figure.unit());
      told.put("kind", figure.kind().name());
      told.put("note", figure.note());
      figures.add(told);
    }
    return figures;
  }
}
