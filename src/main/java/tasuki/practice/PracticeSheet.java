package tasuki.practice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;

/** The library as a workbook: the cases, what each year cost, and the figures. */
@Component
class PracticeSheet {

  private static final List<String> TEXTS =
      List.of(
          "name",
          "nameEn",
          "prefecture",
          "purpose",
          "approach",
          "instruments",
          "operators",
          "area",
          "areaType",
          "parent",
          "cost",
          "results",
          "rules",
          "issues",
          "proposals",
          "actors",
          "systems",
          "note");

  private static final int WIDE = 44;
  private static final int NARROW = 18;

  private final PracticeWords say;

  PracticeSheet(PracticeWords say) {
    this.say = say;
  }

  List<Sheet> sheets(List<Practice> practices) {
    return List.of(cases(practices), budget(practices), figures(practices));
  }

  private Sheet cases(List<Practice> practices) {
    List<SheetColumn> columns =
        Stream.concat(
                Stream.of(SheetColumn.text(say.of("code"), NARROW)),
                TEXTS.stream()
                    .map(
                        key ->
                            SheetColumn.text(
                                say.of(key),
                                List.of("prefecture", "area", "areaType").contains(key)
                                    ? NARROW
                                    : WIDE)))
            .toList();
    return new Sheet(
        say.of("title"),
        say.of("title"),
        List.of(),
        columns,
        practices.stream().map(this::cells).toList());
  }

  private List<@Nullable Object> cells(Practice practice) {
    var told = say.told(practice.content());
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(practice.code());
    TEXTS.forEach(key -> cells.add(String.join("\n", told.getOrDefault(key, List.of()))));
    return cells;
  }

  private Sheet budget(List<Practice> practices) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Practice one : practices) {
      for (BudgetYear year : one.content().budget()) {
        rows.add(
            Arrays.asList(
                one.code(),
                one.content().name(),
                say.year(year.fiscalYear()),
                year.plannedYen(),
                year.settledYen(),
                year.funding() == null ? null : say.of("funding." + year.funding()),
                year.note()));
      }
    }
    return new Sheet(
        say.of("cost"),
        say.of("cost"),
        List.of(),
        List.of(
            SheetColumn.text(say.of("code"), NARROW),
            SheetColumn.text(say.of("name"), WIDE),
            SheetColumn.text(say.of("year"), NARROW),
            SheetColumn.count(say.of("planned-yen")),
            SheetColumn.count(say.of("settled")),
            SheetColumn.text(say.of("funding"), NARROW),
            SheetColumn.text(say.of("remark"), WIDE)),
        rows);
  }

  private Sheet figures(List<Practice> practices) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Practice one : practices) {
      for (Figure figure : one.content().figures()) {
        rows.add(
            Arrays.asList(
                one.code(),
                one.content().name(),
                figure.indicator(),
                figure.area(),
                figure.period(),
                say.of("kind." + figure.kind()),
                // A count would be rounded to a whole number.
                figure.value().toPlainString(),
                figure.unit(),
                figure.note()));
      }
    }
    return new Sheet(
        say.of("results"),
        say.of("results"),
        List.of(),
        List.of(
            SheetColumn.text(say.of("code"), NARROW),
            SheetColumn.text(say.of("name"), WIDE),
            SheetColumn.text(say.of("indicator"), WIDE),
            SheetColumn.text(say.of("extent"), NARROW),
            SheetColumn.text(say.of("period"), NARROW),
            SheetColumn.text(say.of("kind"), NARROW),
            SheetColumn.text(say.of("value"), 12),
            SheetColumn.text(say.of("unit"), 12),
            SheetColumn.text(say.of("remark"), WIDE)),
        rows);
  }
}
