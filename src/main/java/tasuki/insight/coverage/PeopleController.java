package tasuki.insight.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Populations;
import tasuki.identity.Duty;
import tasuki.identity.OpenTo;
import tasuki.insight.coverage.CoverageWords.Choice;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableAnswer;
import tasuki.table.TableFormat;
import tasuki.web.Form;

/** People of 75 and over for each provider, now and in the years of the projections. */
@Controller
@OpenTo({Duty.OFFICER, Duty.COORDINATOR})
class PeopleController {

  private static final List<AreaKind> KINDS =
      List.of(
          AreaKind.SECONDARY_MEDICAL_AREA,
          AreaKind.HOME_CARE_AREA,
          AreaKind.ELDERLY_WELFARE_AREA,
          AreaKind.MUNICIPALITY);

  /** A line of the table. */
  record Row(String name, String providers, List<Cell> years, @Nullable String doubt) {}

  /** A year's figures. */
  record Cell(String people, String each) {}

  private final Ground ground;
  private final Services services;
  private final PeopleTable tables;
  private final CoverageWords say;

  PeopleController(Ground ground, Services services, PeopleTable tables, CoverageWords say) {
    this.ground = ground;
    this.services = services;
    this.tables = tables;
    this.say = say;
  }

  @GetMapping("/coverage/people")
  Object page(Form form, Model model) {
    Services.Offered offered = services.find(form.value("service"), ground.units());
    AreaKind kind =
        KINDS.stream()
            .filter(one -> one.name().equals(form.value("kind")))
            .findFirst()
            .orElse(KINDS.getFirst());
    List<Integer> years = tables.years();
    List<PeopleTable.Line> lines =
        years.isEmpty() ? List.of() : tables.lines(kind, years, offered.providers());
    Optional<TableFormat> format = TableFormat.of(form.value("as"));
    if (format.isPresent() && !years.isEmpty()) {
      return TableAnswer.of("people", format.get(), List.of(sheet(offered, kind, years, lines)));
    }
    model.addAttribute("service", offered);
    model.addAttribute("services", services.choices());
    model.addAttribute("kind", kind);
    model.addAttribute(
        "kinds",
        KINDS.stream().map(one -> new Choice(one.name(), say.any("area.kind." + one))).toList());
    model.addAttribute("kindName", say.any("area.kind." + kind));
    model.addAttribute("yearNames", yearNames(years, lines));
    model.addAttribute("lines", lines.stream().map(this::row).toList());
    model.addAttribute("fileHref", href(offered.code(), kind) + "&as=xlsx");
    return "insight/coverage/people";
  }

  private static String href(String service, AreaKind kind) {
    return UriComponentsBuilder.fromPath("/coverage/people")
        .queryParam("service", "{service}")
        .queryParam("kind", kind)
        .encode()
        .buildAndExpand(service)
        .toUriString();
  }

  /** The years with where their figures come from, as the last line knows it. */
  private List<String> yearNames(List<Integer> years, List<PeopleTable.Line> lines) {
    List<String> names = new ArrayList<>();
    for (int at = 0; at < years.size(); at++) {
      Optional<Populations.Source> source =
          lines.getLast().years().get(at).map(year -> year.people().source());
      int year = years.get(at);
      names.add(source.map(one -> say.year(year, one)).orElseGet(() -> "" + year));
    }
    return names;
  }

  private String name(@Nullable Area area) {
    if (area == null) {
      return say.of("whole");
    }
    return CoverageWords.locale().getLanguage().equals("en") ? area.nameEnglish() : area.name();
  }

  private Row row(PeopleTable.Line line) {
    List<Cell> cells =
        line.years().stream()
            .map(
                year ->
                    year.map(one -> new Cell(say.number(one.people().aged75()), each(one.each())))
                        .orElseGet(() -> new Cell("–", "–")))
            .toList();
    return new Row(
        name(line.area()),
        say.number(line.providers()),
        cells,
        say.doubt(line.beyond(), line.missing().size()));
  }

  private String each(@Nullable BigDecimal each) {
    return each == null ? say.of("each.none") : say.number(each.longValueExact());
  }

  private Sheet sheet(
      Services.Offered offered, AreaKind kind, List<Integer> years, List<PeopleTable.Line> lines) {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.text(say.any("area.kind." + kind), 24));
    columns.add(SheetColumn.count(say.of("providers")));
    for (String year : yearNames(years, lines)) {
      columns.add(SheetColumn.count(year + " " + say.of("aged75")));
      columns.add(SheetColumn.count(year + " " + say.of("each")));
    }
    columns.add(SheetColumn.text(say.of("doubt"), 40));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (PeopleTable.Line line : lines) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(name(line.area()));
      row.add(line.providers());
      for (Optional<PeopleTable.Year> year : line.years()) {
        row.add(year.map(one -> one.people().aged75()).orElse(null));
        row.add(year.map(PeopleTable.Year::each).orElse(null));
      }
      row.add(say.doubt(line.beyond(), line.missing().size()));
      rows.add(row);
    }
    return new Sheet(
        say.of("people"),
        say.of("people") + " " + offered.name(),
        List.of(say.of("people.note")),
        columns,
        rows);
  }
}
