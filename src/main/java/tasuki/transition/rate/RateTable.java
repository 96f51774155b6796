package tasuki.transition.rate;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.Areas;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;

/** Puts what was counted into rows, pictures and files. */
@Component
class RateTable {

  /** By what the table is taken apart. */
  enum By {
    AREA,
    MONTH,
    HOSPITAL,
    OFFICE
  }

  /**
   * A row of the table.
   *
   * @param place the area's or organisation's id, for the address of its cases
   * @param code as areas are known by; empty for others
   */
  record Line(@Nullable UUID place, String code, String label, Tally tally) {}

  /** Everything the page needs to know of one view. */
  record View(
      RateAddress address,
      By by,
      List<Line> lines,
      Tally total,
      Map<YearMonth, Tally> whole,
      Map<@Nullable UUID, Map<YearMonth, Tally>> byArea,
      List<Area> areas) {}

  private final Rates rates;
  private final Areas areas;
  private final Organizations organizations;
  private final RateWords say;

  RateTable(Rates rates, Areas areas, Organizations organizations, RateWords say) {
    this.rates = rates;
    this.areas = areas;
    this.organizations = organizations;
    this.say = say;
  }

  /** Counts a view. */
  View of(RateAddress address, By by) {
    RateQuery query = address.query();
    Map<YearMonth, Tally> whole = new HashMap<>();
    rates.total(query).forEach(one -> whole.merge(one.month(), one.tally(), Tally::plus));
    Map<@Nullable UUID, Map<YearMonth, Tally>> byArea = new HashMap<>();
    for (Rates.Counted one : rates.byArea(query)) {
      byArea.computeIfAbsent(one.place(), _ -> new HashMap<>()).put(one.month(), one.tally());
    }
    List<Area> all = areas.ofKind(query.kind(), query.date());
    Tally total = sum(whole);
    List<Line> lines =
        switch (by) {
          case AREA -> areaLines(all, byArea);
          case MONTH -> monthLines(address, whole);
          case HOSPITAL -> organizationLines(query, true);
          case OFFICE -> organizationLines(query, false);
        };
    return new View(address, by, lines, total, whole, byArea, all);
  }

  private static Tally sum(Map<YearMonth, Tally> months) {
    return months.values().stream().reduce(Tally.NOTHING, Tally::plus);
  }

  private List<Line> areaLines(List<Area> all, Map<@Nullable UUID, Map<YearMonth, Tally>> byArea) {
    List<Line> lines = new ArrayList<>();
    for (Area area : all) {
      UUID id = area.id().value();
      lines.add(new Line(id, area.code(), say.name(area), sum(byArea.getOrDefault(id, Map.of()))));
    }
    Tally unknown = sum(byArea.getOrDefault(null, Map.of()));
    if (unknown.all() > 0) {
      lines.add(new Line(null, "", say.of("area.unknown"), unknown));
    }
    return lines;
  }

  private List<Line> monthLines(RateAddress address, Map<YearMonth, Tally> whole) {
    return address.months().stream()
        .map(
            month ->
                new Line(
                    null,
                    month.toString(),
                    say.month(month),
                    whole.getOrDefault(month, Tally.NOTHING)))
        .toList();
  }

  private List<Line> organizationLines(RateQuery query, boolean hospitals) {
    Map<UUID, Tally> tallies = rates.byOrganization(query, hospitals);
    Map<OrganizationId, Organization> names =
        organizations.byId(tallies.keySet().stream().map(OrganizationId::new).toList());
    return tallies.entrySet().stream()
        .map(
            one -> {
              Organization organization = names.get(new OrganizationId(one.getKey()));
              String name = organization == null ? "" : organization.name();
              return new Line(one.getKey(), "", name, one.getValue());
            })
        .sorted(Comparator.comparing((Line line) -> -line.tally().all()).thenComparing(Line::label))
        .toList();
  }

  /** The picture of the whole and one for each area. */
  List<RateChart> charts(View view) {
    List<YearMonth> months = view.address().months();
    List<RateChart> charts = new ArrayList<>();
    charts.add(RateChart.of(say.of("area.all"), months, view.whole(), Map.of(), say));
    if (view.areas().size() > 12) {
      return charts;
    }
    for (Area area : view.areas()) {
      Map<YearMonth, Tally> counts = view.byArea().getOrDefault(area.id().value(), Map.of());
      charts.add(RateChart.of(say.name(area), months, counts, view.whole(), say));
    }
    return charts;
  }

  /** The table and what the pictures are drawn from. */
  List<Sheet> sheets(View view) {
    RateQuery query = view.address().query();
    String name = say.name(query.rate(), query.standard().names());
    List<String> notes =
        List.of(
            say.of("period", say.month(query.first()), say.month(query.last())),
            say.definition(query.rate(), query.standard()),
            say.leftOut(query.standard()),
            say.of("group." + query.group()) + " / " + say.of("where." + query.where()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    view.lines().forEach(line -> rows.add(row(line)));
    rows.add(row(new Line(null, "", say.of("area.all"), view.total())));
    List<SheetColumn> columns =
        List.of(
            SheetColumn.text(say.of("code"), 10),
            SheetColumn.text(say.of("by." + view.by()), 26),
            SheetColumn.count(say.of("cases")),
            SheetColumn.count(say.of("done")),
            SheetColumn.share(say.of("share")),
            SheetColumn.count(say.of("band.both")),
            SheetColumn.count(say.of("band.one")),
            SheetColumn.count(say.of("band.alone")),
            SheetColumn.count(say.of("band.denied")),
            SheetColumn.count(say.of("band.none")),
            SheetColumn.text(say.of("remark"), 14));
    return List.of(new Sheet(name, name, notes, columns, rows), monthly(view, name, notes));
  }

  private List<@Nullable Object> row(Line line) {
    Tally tally = line.tally();
    return Arrays.asList(
        line.code(),
        line.label(),
        tally.all(),
        tally.done(),
        tally.share(),
        tally.both(),
        tally.one(),
        tally.alone(),
        tally.denied(),
        tally.none(),
        tally.isFew() ? say.of("few") : null);
  }

  private Sheet monthly(View view, String name, List<String> notes) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Map<String, Map<YearMonth, Tally>> all = new java.util.LinkedHashMap<>();
    all.put(say.of("area.all"), view.whole());
    for (Area area : view.areas()) {
      all.put(say.name(area), view.byArea().getOrDefault(area.id().value(), Map.of()));
    }
    all.forEach(
        (label, months) -> {
          for (YearMonth month : view.address().months()) {
            Tally tally = months.getOrDefault(month, Tally.NOTHING);
            BigDecimal share = tally.share();
            rows.add(Arrays.asList(label, say.month(month), tally.all(), tally.done(), share));
          }
        });
    return new Sheet(
        say.of("chart.data"),
        name + " " + say.of("chart.data"),
        notes,
        List.of(
            SheetColumn.text(say.kind(view.address().query().kind()), 26),
            SheetColumn.text(say.of("month"), 16),
            SheetColumn.count(say.of("cases")),
            SheetColumn.count(say.of("done")),
            SheetColumn.share(say.of("share"))),
        rows);
  }
}
