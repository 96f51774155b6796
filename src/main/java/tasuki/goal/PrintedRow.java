package tasuki.goal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
