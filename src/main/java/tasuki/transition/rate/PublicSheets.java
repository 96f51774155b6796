package tasuki.transition.rate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.table.SheetColumn;

/** The published tables with the names of their rows. */
@Component
class PublicSheets {

  record Named(String code, String label, Map<String, PublicTable.Shown> shown) {}

  record Sheet(
      Rate rate,
      Publications.Published published,
      Map<String, Area> areas,
      Map<YearCounts.Cell, PublicTable.Shown> shown) {}

  static final String HIDDEN = "‐";

  private final Publications publications;
  private final PublicRates rates;
  private final RateWords say;

  PublicSheets(Publications publications, PublicRates rates, RateWords say) {
    this.publications = publications;
    this.rates = rates;
    this.say = say;
  }

  /** The publication that the address names, else the latest of the year, else of all. */
  Optional<Publications.Published> published(String year, String version) {
    List<Publications.Published> all = publications.all();
    List<Publications.Published> ofYear =
        all.stream().filter(one -> year.equals("" + one.year().year())).toList();
    List<Publications.Published> found =
        ofYear.isEmpty() && !all.isEmpty() ? publications.of(all.getFirst().year()) : ofYear;
    return found.stream()
        .filter(one -> version.equals("" + one.version()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  Sheet sheet(Rate rate, Publications.Published published) {
    return new Sheet(
        rate,
        published,
        rates.areas(published.year()).stream()
            .collect(Collectors.toMap(Area::code, Function.identity())),
        publications.shown(published, rate));
  }

  List<Named> areaRows(Sheet sheet) {
    List<Named> rows = new ArrayList<>();
    for (String code : codes(sheet, YearCounts.Kind.AREA)) {
      Area area = sheet.areas().get(code);
      if (!code.isEmpty()) {
        rows.add(named(sheet, YearCounts.Kind.AREA, code, area == null ? code : say.name(area)));
      }
    }
    rows.add(named(sheet, YearCounts.Kind.AREA, "", say.of("area.unknown")));
    rows.add(total(sheet, groupsOf(YearCounts.Kind.TOTAL)));
    return rows;
  }

  List<Named> monthRows(Sheet sheet) {
    List<Named> rows = new ArrayList<>();
    for (String code : codes(sheet, YearCounts.Kind.MONTH)) {
      rows.add(named(sheet, YearCounts.Kind.MONTH, code, say.month(YearMonth.parse(code))));
    }
    rows.add(total(sheet, groupsOf(YearCounts.Kind.MONTH)));
    return rows;
  }

  private static List<String> codes(Sheet sheet, YearCounts.Kind kind) {
    return sheet.shown().keySet().stream()
        .filter(cell -> cell.kind() == kind)
        .map(YearCounts.Cell::code)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> groupsOf(YearCounts.Kind kind) {
    List<String> groups =
        new ArrayList<>(kind == YearCounts.Kind.MONTH ? List.of() : YearCounts.GROUPS);
    groups.add(YearCounts.BOTH);
    return groups;
  }

  private Named total(Sheet sheet, List<String> groups) {
    return new Named("all", say.of("area.all"), shown(sheet, YearCounts.Kind.TOTAL, "", groups));
  }

  private static Named named(Sheet sheet, YearCounts.Kind kind, String code, String label) {
    return new Named(code, label, shown(sheet, kind, code, groupsOf(kind)));
  }

  private static Map<String, PublicTable.Shown> shown(
      Sheet sheet, YearCounts.Kind kind, String code, List<String> groups) {
    Map<String, PublicTable.Shown> shown = new LinkedHashMap<>();
    for (String group : groups) {
      shown.put(
          group,
          sheet
              .shown()
              .getOrDefault(
                  new YearCounts.Cell(kind, code, group),
                  new PublicTable.Shown(null, null, false)));
    }
    return shown;
  }

  private String label(String group) {
    return group.equals(YearCounts.BOTH) ? say.of("public.both") : say.of("group." + group);
  }

  /** The whole table as a sheet of lines. */
  tasuki.table.Sheet table(Sheet sheet) {
    Standard standard = sheet.published().standard();
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
        name + " " + sheet.published().year().label(RateWords.locale()),
        List.of(
            say.version(sheet.published()),
            say.definition(sheet.rate(), standard),
            say.leftOut(standard),
            say.of("public.rule"),
            say.of("public.former.rule")),
        List.of(
            SheetColumn.text(say.of("fiscal-year"), 12),
            SheetColumn.text(say.of("public.by"), 18),
            SheetColumn.text(say.of("public.code"), 12),
            SheetColumn.text(say.of("public.row"), 24),
            SheetColumn.text(say.of("group"), 16),
            SheetColumn.count(say.of("cases")),
            SheetColumn.count(say.of("done")),
            SheetColumn.share(say.of("share")),
            SheetColumn.text(say.of("remark"), 16)),
        rows);
  }

  private void lines(List<List<@Nullable Object>> rows, Sheet sheet, String by, Named row) {
    row.shown()
        .forEach(
            (group, shown) ->
                rows.add(
                    Arrays.asList(
                        sheet.published().year().year(),
                        by,
                        row.code(),
                        row.label(),
                        label(group),
                        shown.all() == null ? HIDDEN : shown.all(),
                        shown.done() == null ? HIDDEN : shown.done(),
                        shown.share() == null ? HIDDEN : shown.share(),
                        shown.former() ? say.of("public.former") : "")));
  }
}
