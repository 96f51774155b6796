package tasuki.goal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.AsOf;
import tasuki.indicator.Direction;
import tasuki.indicator.Target;
import tasuki.table.Cells;
import tasuki.table.Column;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cells of a row as they are printed, by the keys of {@link #COLUMNS}. */
record PrintedRow(Map<String, String> cells) {

  static final List<Column> COLUMNS =
      List.of(
          Column.required("plan", "計画", "計画名", "plan"),
          Column.required("year", "年度", "year"),
          Column.optional("area", "圏域", "区域", "area"),
          Column.required("section", "区分", "見出し", "section"),
          Column.optional("goal", "目標", "goal"),
          Column.required("indicator", "指標", "指標名", "indicator"),
          Column.optional("repost", "再掲", "repost"),
          Column.optional("direction", "向き", "望ましい方向", "direction"),
          Column.optional("unit", "単位", "unit"),
          Column.required("target", "計画目標値", "目標値", "target"),
          Column.optional("due", "目標年度", "目標の時点", "due"),
          Column.optional("previous", "前年度実績値", "previous"),
          Column.optional("previousTime", "前年度実績の時点", "previous_as_of"),
          Column.required("actual", "実績値", "actual"),
          Column.optional("time", "実績の時点", "時点", "as_of"),
          Column.optional("status", "状態", "status"),
          Column.optional("expected", "確定予定", "expected"),
          Column.optional("next", "翌年度目標値", "翌年度計画目標値", "next"),
          Column.optional("nextDue", "翌年度目標の時点", "翌年度目標年度", "next_due"),
          Column.optional("comparator", "比較値", "comparator"),
          Column.optional("definition", "定義", "definition"),
          Column.optional("source", "出典", "source"),
          Column.optional("note", "注", "注記", "備考", "note"));

  private static final String NONE = "";

  /** What a row of a file says; the place is that under its goal. */
  static PrintedRow of(Cells cells, int place) {
    Map<String, String> said = new LinkedHashMap<>();
    for (Column column : COLUMNS) {
      String written = cells.written(column.key()).strip();
      if (!written.isEmpty()) {
        said.put(column.key(), written);
      }
    }
    said.put("place", "" + place);
    return new PrintedRow(said);
  }

  static PrintedRow of(String content) {
    JsonNode node = JsonMapper.shared().readTree(content);
    Map<String, String> said = new LinkedHashMap<>();
    node.properties().forEach(one -> said.put(one.getKey(), one.getValue().asString()));
    return new PrintedRow(said);
  }

  /** The row that says this, in one spelling of times and marks, whoever wrote it. */
  static PrintedRow of(Statement said) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<Target> targets = said.lines().stream().flatMap(one -> one.targets().stream()).toList();
    List<Actual> actuals = said.lines().stream().flatMap(one -> one.actuals().stream()).toList();
    put(cells, "plan", said.plan());
    put(cells, "year", AsOf.fiscalYear(said.year()).compact());
    put(cells, "area", said.area());
    put(cells, "section", said.section());
    put(cells, "goal", said.goal());
    put(cells, "indicator", said.indicator());
    put(cells, "repost", said.repost() ? "再掲" : NONE);
    put(cells, "direction", said.direction() == Direction.LOWER ? "低いほどよい" : "高いほどよい");
    put(cells, "unit", said.unit());
    target(cells, "target", "due", targets, said.year());
    actual(cells, "previous", "previousTime", actuals, said.year().previous());
    actual(cells, "actual", "time", actuals, said.year());
    if (!said.repost()) {
      certainty(cells, actuals, said.year());
    }
    target(cells, "next", "nextDue", targets, said.year().next());
    put(
        cells,
        "comparator",
        said.lines().stream()
            .flatMap(one -> one.comparators().stream())
            .map(one -> one.name() + " " + one.asOf().compact() + " " + one.value().toPlainString())
            .distinct()
            .collect(Collectors.joining("、")));
    put(cells, "definition", said.definition());
    put(cells, "source", said.source());
    put(cells, "note", said.note() == null ? NONE : said.note());
    put(cells, "place", "" + said.place());
    return new PrintedRow(cells);
  }

  private static void put(Map<String, String> cells, String key, String value) {
    if (!value.isEmpty()) {
      cells.put(key, value);
    }
  }

  private static void target(
      Map<String, String> cells, String key, String due, List<Target> targets, FiscalYear year) {
    targets.stream()
        .filter(one -> one.year().equals(year))
        .findFirst()
        .ifPresent(
            one -> {
              put(cells, key, one.printed());
              put(cells, due, one.due().compact());
            });
  }

  private static void actual(
      Map<String, String> cells, String key, String time, List<Actual> actuals, FiscalYear year) {
    for (Actual one : actuals) {
      if (one.year().equals(year) && one.value() != null && one.asOf() != null) {
        put(cells, key, one.printed());
        put(cells, time, one.asOf().compact());
      }
    }
  }

  private static void certainty(Map<String, String> cells, List<Actual> actuals, FiscalYear year) {
    for (Actual one : actuals) {
      if (one.year().equals(year)) {
        put(cells, "status", status(one.status()));
        put(cells, "expected", one.expected() == null ? NONE : one.expected().compact());
      }
    }
  }

  private static String status(Actual.Status status) {
    return switch (status) {
      case FINAL -> "確定値";
      case PROVISIONAL -> "速報値";
      case ESTIMATE -> "推計値";
      case PENDING -> "未確定";
      case NOT_SURVEYED -> "調査なし";
    };
  }

  /** Always written the same way, in the order of the columns. */
  String content() {
    return JsonMapper.shared().writeValueAsString(cells);
  }

  /** The cell; empty where nothing is written. */
  String get(String key) {
    return cells.getOrDefault(key, "");
  }

  int place() {
    return Integer.parseInt(get("place"));
  }
}
