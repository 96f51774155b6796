package tasuki.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tasuki.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The indicators of a prefecture's plan of fiscal 2024, as a table that an officer brings in. */
final class KpiTable {

  static final String PLAN = "第8次熊本県保健医療計画";

  private static final List<String> HEAD =
      List.of(
          "計画",
          "年度",
          "圏域",
          "区分",
          "目標",
          "指標",
          "再掲",
          "向き",
          "単位",
          "計画目標値",
          "目標年度",
          "前年度実績値",
          "前年度実績の時点",
          "実績値",
          "実績の時点",
          "翌年度目標値",
          "翌年度目標の時点",
          "比較値",
          "注");

  /** The source leaves to its reader which way is better; these are the ones where less is. */
  private static final Pattern LESS = Pattern.compile("死亡率|離職率");

  private static final Pattern AVERAGE = Pattern.compile("(R\\d+)(全国平均)値 ([\\d.]+%)");

  private KpiTable() {}

  static JsonNode source() {
    try {
      return JsonMapper.shared().readTree(Files.readString(SharedData.at("tables/003_kpis.json")));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  /** Lines of the table, the headings first. */
  static List<String> lines(String plan) {
    JsonNode source = source();
    List<String> lines = new ArrayList<>(List.of(String.join(",", HEAD)));
    for (JsonNode row : source.get("rows")) {
      lines.add(line(plan, source, row));
    }
    return lines;
  }

  private static String line(String plan, JsonNode source, JsonNode row) {
    String indicator = row.get("indicator").asString();
    List<String> notes = new ArrayList<>();
    row.get("notes").forEach(note -> notes.add(note.asString()));
    List<String> cells =
        List.of(
            plan,
            "R6年度",
            row.get("area").asString(),
            row.get("goalSection").asString(),
            goal(source, row),
            (row.get("markR6Indicator").asBoolean() ? "(R6指標)" : "") + indicator,
            row.get("repost").asBoolean() ? "再掲" : "",
            LESS.matcher(indicator).find() ? "低いほどよい" : "高いほどよい",
            row.get("r6Target").get("values").get(0).get("unit").asString(),
            text(row.get("r6Target")),
            date(row.get("r6Target")),
            text(row.get("r5Actual")),
            date(row.get("r5Actual")),
            text(row.get("r6Actual")),
            date(row.get("r6Actual")),
            text(row.get("r7Target")),
            date(row.get("r7Target")),
            averages(notes),
            String.join(" ", notes));
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static String goal(JsonNode source, JsonNode row) {
    for (JsonNode goal : source.get("goals")) {
      if (goal.get("area").equals(row.get("area"))
          && goal.get("goalSection").equals(row.get("goalSection"))) {
        return goal.get("goal").asString();
      }
    }
    throw new AssertionError("no goal of " + row);
  }

  private static String text(JsonNode figure) {
    return figure.isNull() ? "" : figure.get("text").asString();
  }

  private static String date(JsonNode figure) {
    return figure.isNull() || figure.get("date").isNull() ? "" : figure.get("date").asString();
  }

  /** 「R6全国平均値 84.5%」 of the notes as the column of comparators wants it. */
  private static String averages(List<String> notes) {
    List<String> said = new ArrayList<>();
    for (String note : notes) {
      Matcher average = AVERAGE.matcher(note);
      if (average.find()) {
        said.add(average.group(2) + " " + average.group(1) + "年度 " + average.group(3));
      }
    }
    return String.join("、", said);
  }

  static Path file(Path folder, String plan) throws IOException {
    return Files.write(folder.resolve("indicators-r6.csv"), lines(plan));
  }
}
