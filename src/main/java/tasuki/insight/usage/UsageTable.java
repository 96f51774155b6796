package tasuki.insight.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.area.Area;
import tasuki.area.AreaKind;
import tasuki.area.Areas;
import tasuki.area.BaseUnit;
import tasuki.directory.OrganizationId;
import tasuki.insight.usage.Usage.Fact;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;

/** Puts the counted facts into tables: by month, area, kind or organisation. */
@Component
class UsageTable {

  /** What a table has a line for. */
  enum By {
    AREA,
    KIND,
    ORGANIZATION
  }

  /**
   * A line.
   *
   * @param organization whose line it is, where it is one organisation's
   */
  record Line(String label, @Nullable OrganizationId organization, Use use) {}

  private final Areas areas;
  private final UsageWords say;

  UsageTable(Areas areas, UsageWords say) {
    this.areas = areas;
    this.say = say;
  }

  /** A line for each month, also for those of which nothing was counted. */
  List<Line> months(List<Fact> facts, YearMonth first, YearMonth last) {
    Map<YearMonth, List<Fact>> byMonth = facts.stream().collect(Collectors.groupingBy(Fact::month));
    List<Line> lines = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      lines.add(new Line(say.month(month), null, Use.sum(byMonth.getOrDefault(month, List.of()))));
    }
    return lines;
  }

  /** The lines of one month's facts. */
  List<Line> lines(List<Fact> month, By by, AreaKind kind, LocalDate date) {
    return switch (by) {
      case AREA -> byArea(month, kind, date);
      case KIND ->
          grouped(month, Fact::kind, new TreeMap<>()).entrySet().stream()
              .map(
                  group ->
                      new Line(
                          say.any("directory.kind." + group.getKey()),
                          null,
                          Use.sum(group.getValue())))
              .toList();
      case ORGANIZATION ->
          month.stream()
              .map(fact -> new Line(fact.name(), fact.organization(), Use.of(fact)))
              .toList();
    };
  }

  private List<Line> byArea(List<Fact> month, AreaKind kind, LocalDate date) {
    Map<String, Area> areaOf = areaOf(kind, date);
    Map<Area, List<Fact>> known = new LinkedHashMap<>();
    areas.ofKind(kind, date).forEach(area -> known.put(area, new ArrayList<>()));
    List<Fact> elsewhere = new ArrayList<>();
    for (Fact fact : month) {
      Area area = fact.baseUnit() == null ? null : areaOf.get(fact.baseUnit());
      (area == null ? elsewhere : known.computeIfAbsent(area, _ -> new ArrayList<>())).add(fact);
    }
    List<Line> lines = new ArrayList<>();
    known.forEach((area, facts) -> lines.add(new Line(say.name(area), null, Use.sum(facts))));
    if (!elsewhere.isEmpty()) {
      lines.add(new Line(say.of("elsewhere"), null, Use.sum(elsewhere)));
    }
    return lines;
  }

  /** The area of the kind in which a base unit lies on the date. */
  Map<String, Area> areaOf(AreaKind kind, LocalDate date) {
    Map<String, Area> areaOf = new HashMap<>();
    for (Area area : areas.ofKind(kind, date)) {
      for (BaseUnit unit : areas.parts(area.id(), date)) {
        areaOf.putIfAbsent(unit.code(), area);
      }
    }
    return areaOf;
  }

  private static <K extends Comparable<K>> Map<K, List<Fact>> grouped(
      List<Fact> facts, Function<Fact, K> by, Map<K, List<Fact>> into) {
    facts.forEach(fact -> into.computeIfAbsent(by.apply(fact), _ -> new ArrayList<>()).add(fact));
    return into;
  }

  /** The table as a sheet of Excel. */
  Sheet sheet(String name, String title, String first, List<Line> lines, List<String> notes) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Line line : lines) {
      Use use = line.use();
      rows.add(
          Arrays.asList(
              line.label(),
              use.facilities(),
              use.active(),
              use.share(),
              use.silent(),
              use.accounts(),
              use.people(),
              use.signIns(),
              use.written(),
              use.answered()));
    }
    return new Sheet(
        name,
        title,
        notes,
        List.of(
            SheetColumn.text(first, 28),
            SheetColumn.count(say.of("facilities")),
            SheetColumn.count(say.of("active")),
            SheetColumn.share(say.of("share")),
            SheetColumn.count(say.of("silent")),
            SheetColumn.count(say.of("accounts")),
            SheetColumn.count(say.of("people")),
            SheetColumn.count(say.of("sign-ins")),
            SheetColumn.count(say.of("written")),
            SheetColumn.count(say.of("answered"))),
        rows);
  }
}
