package tasuki.transition.rate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tasuki.calendar.FiscalYear;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.table.TableWriter;
import tasuki.web.Anybody;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rates for everybody, to read and to take along. */
@Controller
@Anybody
class PublicRatesController {

  /** A row as the page shows it. */
  record Row(String label, List<Cell> cells, boolean strong) {}

  /** Counts and rate of one group. */
  record Cell(String label, String all, String done, String percent) {}

  private record Named(String code, String label, Map<String, PublicTable.Shown> shown) {}

  private static final String HIDDEN = "‐";

  private final PublicRates rates;
  private final Standards standards;
  private final RateWords say;

  PublicRatesController(PublicRates rates, Standards standards, RateWords say) {
    this.rates = rates;
    this.standards = standards;
    this.say = say;
  }

  @GetMapping("/public/rates")
  Object page(
      @RequestParam(defaultValue = "") String rate,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(name = "as", defaultValue = "") String as,
      Model model) {
    Standard standard = standards.ofPrefecture();
    PublicRates.Sheet sheet = rates.of(rate(rate), year(year));
    Optional<TableFormat> format = TableFormat.of(as);
    if (format.isPresent()) {
      return TableAnswer.of(
          "rates-" + sheet.year().year(), format.get(), List.of(table(sheet, standard)));
    }
    String name = say.name(sheet.rate(), standard.names());
    model.addAttribute("rateName", name);
    model.addAttribute("definition", say.definition(sheet.rate(), standard));
    model.addAttribute("leftOut", say.leftOut(standard));
    model.addAttribute("rates", tabs(sheet, standard));
    model.addAttribute("years", years());
    model.addAttribute("yearValue", sheet.year().year());
    model.addAttribute("rateValue", sheet.rate());
    model.addAttribute("areaRows", rows(areaRows(sheet)));
    model.addAttribute("monthRows", rows(monthRows(sheet)));
    model.addAttribute("groups", groups());
    model.addAttribute("bothGroup", List.of(say.of("public.both")));
    model.addAttribute("kindName", say.kind(PublicRates.KIND));
    return "transition/rate/public";
  }

  private List<RatesController.Tab> tabs(PublicRates.Sheet sheet, Standard standard) {
    return PublicRates.RATES.stream()
        .map(
            one ->
                new RatesController.Tab(
                    "/public/rates?rate=%s&year=%d".formatted(one, sheet.year().year()),
                    say.name(one, standard.names()),
                    one == sheet.rate(),
                    null))
        .toList();
  }

  private List<RateWords.Choice> years() {
    return rates.years().stream()
        .map(one -> new RateWords.Choice("" + one.year(), one.label(RateWords.locale())))
        .toList();
  }

  private List<String> groups() {
    return List.of(say.of("group.CARE"), say.of("group.PREVENTIVE"), say.of("public.both"));
  }

  private static Rate rate(String word) {
    return PublicRates.RATES.stream()
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElse(Rate.DISCHARGE);
  }

  private FiscalYear year(String word) {
    return rates.years().stream()
        .filter(one -> word.equals("" + one.year()))
        .findFirst()
        .orElseGet(() -> rates.years().getFirst());
  }

  private List<Named> areaRows(PublicRates.Sheet sheet) {
    List<Named> rows = new ArrayList<>();
    for (int i = 0; i < sheet.areas().size(); i++) {
      rows.add(
          new Named(
              sheet.areas().get(i).code(),
              say.name(sheet.areas().get(i)),
              sheet.table().areas().get(i)));
    }
    rows.add(new Named("", say.of("area.unknown"), sheet.table().areas().getLast()));
    rows.add(new Named("all", say.of("area.all"), sheet.table().total()));
    return rows;
  }

  private List<Named> monthRows(PublicRates.Sheet sheet) {
    List<Named> rows = new ArrayList<>();
    for (int i = 0; i < sheet.months().size(); i++) {
      rows.add(
          new Named(
              sheet.months().get(i).toString(),
              say.month(sheet.months().get(i)),
              sheet.table().months().get(i)));
    }
    rows.add(
        new Named(
            "all",
            say.of("area.all"),
            Map.of(
                PublicTable.BOTH,
                java.util.Objects.requireNonNull(sheet.table().total().get(PublicTable.BOTH)))));
    return rows;
  }

  private List<Row> rows(List<Named> named) {
    return named.stream()
        .map(
            row ->
                new Row(
                    row.label(),
                    row.shown().entrySet().stream()
                        .map(one -> cell(label(one.getKey()), one.getValue()))
                        .toList(),
                    row.code().equals("all")))
        .toList();
  }

  private String label(String group) {
    return group.equals(PublicTable.BOTH) ? say.of("public.both") : say.of("group." + group);
  }

  private Cell cell(String label, PublicTable.Shown shown) {
    BigDecimal share = shown.share();
    return new Cell(
        label,
        shown.all() == null ? HIDDEN : say.number(shown.all()),
        shown.done() == null ? HIDDEN : say.number(shown.done()),
        share == null ? HIDDEN : Tally.percent(share));
  }

  private tasuki.table.Sheet table(PublicRates.Sheet sheet, Standard standard) {
    String name = say.name(sheet.rate(), standard.names());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Named row : areaRows(sheet)) {
      lines(rows, sheet, say.kind(PublicRates.KIND), row);
    }
    for (Named row : monthRows(sheet)) {
      if (!row.code().equals("all")) {
        lines(rows, sheet, say.of("month"), row);
      }
    }
    return new tasuki.table.Sheet(
        name,
        name + " " + sheet.year().label(RateWords.locale()),
        List.of(
            say.definition(sheet.rate(), standard), say.leftOut(standard), say.of("public.rule")),
        List.of(
            SheetColumn.text(say.of("fiscal-year"), 12),
            SheetColumn.text(say.of("public.by"), 18),
            SheetColumn.text(say.of("public.code"), 12),
            SheetColumn.text(say.of("public.row"), 24),
            SheetColumn.text(say.of("group"), 16),
            SheetColumn.count(say.of("cases")),
            SheetColumn.count(say.of("done")),
            SheetColumn.share(say.of("share"))),
        rows);
  }

  private void lines(
      List<List<@Nullable Object>> rows, PublicRates.Sheet sheet, String by, Named row) {
    row.shown()
        .forEach(
            (group, shown) ->
                rows.add(
                    Arrays.asList(
                        sheet.year().year(),
                        by,
                        row.code(),
                        row.label(),
                        label(group),
                        shown.all() == null ? HIDDEN : shown.all(),
                        shown.done() == null ? HIDDEN : shown.done(),
                        shown.share() == null ? HIDDEN : shown.share())));
  }

  @GetMapping("/open-data/rates.csv")
  ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String year) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    tasuki.table.Sheet first = null;
    for (Rate rate : PublicRates.RATES) {
      tasuki.table.Sheet sheet = table(rates.of(rate, year(year)), standards.ofPrefecture());
      first = first == null ? sheet : first;
      for (List<@Nullable Object> row : sheet.rows()) {
        List<@Nullable Object> line = new ArrayList<>(row);
        line.addFirst(rate.name().toLowerCase(Locale.ROOT));
        lines.add(line);
      }
    }
    List<SheetColumn> columns = new ArrayList<>(first == null ? List.of() : first.columns());
    columns.addFirst(SheetColumn.text(say.of("rate"), 16));
    byte[] bytes =
        TableWriter.csv(new tasuki.table.Sheet("rates", "rates", List.of(), columns, lines));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(bytes);
  }

  @GetMapping("/open-data/rates.json")
  ResponseEntity<byte[]> json(@RequestParam(defaultValue = "") String year) {
    JsonMapper mapper = JsonMapper.shared();
    Standard standard = standards.ofPrefecture();
    ObjectNode all = mapper.createObjectNode();
    FiscalYear fiscal = year(year);
    all.put("fiscalYear", fiscal.year());
    all.put("note", say.of("public.rule"));
    ArrayNode list = all.putArray("rates");
    for (Rate rate : PublicRates.RATES) {
      PublicRates.Sheet sheet = rates.of(rate, fiscal);
      ObjectNode one = list.addObject();
      one.put("rate", rate.name().toLowerCase(Locale.ROOT));
      one.put("name", say.name(rate, standard.names()));
      one.put("definition", say.definition(rate, standard) + " " + say.leftOut(standard));
      one.put("areaKind", PublicRates.KIND.name());
      put(one.putArray("areas"), areaRows(sheet));
      put(one.putArray("months"), monthRows(sheet));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .body(mapper.writeValueAsBytes(all));
  }

  private static void put(ArrayNode array, List<Named> rows) {
    for (Named row : rows) {
      row.shown()
          .forEach(
              (group, shown) ->
                  array
                      .addObject()
                      .put("code", row.code())
                      .put("name", row.label())
                      .put("group", group)
                      .put("cases", shown.all())
                      .put("done", shown.done())
                      .put("share", shown.share()));
    }
  }
}
