package tasuki.fund.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.fund.planning.PlanContent.Aim;
import tasuki.fund.planning.PlanContent.CategorySum;
import tasuki.fund.planning.PlanContent.GoalBlock;
import tasuki.fund.planning.PlanContent.GoalLine;
import tasuki.fund.planning.PlanContent.OpinionLine;
import tasuki.fund.planning.PlanContent.SheetBlock;
import tasuki.programme.Figures;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/** A plan and its evaluation as tables: programmes, sums, goals, opinions, and what came of it. */
@Component
class PlanSheets {

  private final Phrases say;

  PlanSheets(Phrases say) {
    this.say = say;
  }

  List<tasuki.table.Sheet> plan(PlanContent content) {
    return List.of(programmes(content), sums(content), goals(content), opinions(content));
  }

  private tasuki.table.Sheet programmes(PlanContent content) {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(text("category", 24));
    columns.add(SheetColumn.count(word("number")));
    for (String name :
        List.of(
            "name-of",
            "division",
            "operators",
            "period",
            "need",
            "content",
            "output",
            "outcome",
            "link")) {
      columns.add(text(name, 28));
    }
    for (String name : List.of("total", "national", "prefecture", "others", "public", "private")) {
      columns.add(SheetColumn.number(word(name)));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (SheetBlock one : content.sheets()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(one.category());
      row.add(one.number());
      row.add(one.name());
      row.add(one.division());
      row.add(one.operators());
      row.add(one.period());
      row.add(one.need());
      row.add(one.content());
      row.add(aims(one.outputs()));
      row.add(aims(one.outcomes()));
      row.add(one.link());
      row.add(Figures.inThousands(one.costs().total()));
      row.add(Figures.inThousands(one.costs().national()));
      row.add(Figures.inThousands(one.costs().prefecture()));
      row.add(Figures.inThousands(one.costs().others()));
      row.add(Figures.inThousands(one.publicYen()));
      row.add(Figures.inThousands(one.costs().national() - one.publicYen()));
      rows.add(row);
    }
    return table("programmes", content.title(), columns, rows);
  }

  private tasuki.table.Sheet sums(PlanContent content) {
    List<SheetColumn> columns =
        List.of(
            text("category", 40),
            SheetColumn.count(word("count")),
            SheetColumn.number(word("total")),
            SheetColumn.number(word("national")),
            SheetColumn.number(word("prefecture")),
            SheetColumn.number(word("others")));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (CategorySum one : content.sums()) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(one.category() == null ? say.inJapanese("fund.plan.all") : one.category());
      row.add(one.count());
      row.add(Figures.inThousands(one.costs().total()));
      row.add(Figures.inThousands(one.costs().national()));
      row.add(Figures.inThousands(one.costs().prefecture()));
      row.add(Figures.inThousands(one.costs().others()));
      rows.add(row);
    }
    return table("sums", content.title(), columns, rows);
  }

  private tasuki.table.Sheet goals(PlanContent content) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (GoalBlock goal : content.goals()) {
      for (GoalLine line : goal.indicators()) {
        rows.add(List.of(goal.heading(), line.name(), line.target(), line.actual()));
      }
    }
    return table(
        "goals",
        content.title(),
        List.of(text("goal", 30), text("indicator", 40), text("target", 24), text("actual", 30)),
        rows);
  }

  private tasuki.table.Sheet opinions(PlanContent content) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (OpinionLine one : content.opinions()) {
      rows.add(
          List.of(
              say.inJapanese("fund.stakeholder." + one.stakeholder()),
              one.speaker(),
              one.on(),
              one.words(),
              one.response()));
    }
    return table(
        "opinions",
        content.title(),
        List.of(
            text("stakeholder", 24),
            text("speaker", 24),
            text("on", 16),
            text("words", 60),
            text("response", 60)),
        rows);
  }

  /** What came of each programme. */
  List<tasuki.table.Sheet> evaluation(String title, List<EvaluationBlock> blocks) {
    List<SheetColumn> columns =
        List.of(
            text("category", 24),
            SheetColumn.count(word("number")),
            text("name-of", 28),
            SheetColumn.number(word("total")),
            text("output", 30),
            text("output-achieved", 20),
            text("outcome", 30),
            text("outcome-achieved", 30),
            text("not-observed", 30),
            text("effectiveness", 40),
            text("efficiency", 40),
            text("state", 12));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (EvaluationBlock one : blocks) {
      SheetBlock sheet = one.sheet();
      List<@Nullable Object> row = new ArrayList<>();
      row.add(sheet.category());
      row.add(sheet.number());
      row.add(sheet.name());
      row.add(Figures.inThousands(sheet.costs().total()));
      row.add(aims(sheet.outputs()));
      row.add(String.join("、", one.outputs()));
      row.add(aims(sheet.outcomes()));
      row.add(String.join("、", one.outcomes()));
      row.add(one.whyNot());
      row.add(one.effectiveness());
      row.add(one.efficiency());
      row.add(one.state());
      rows.add(row);
    }
    return List.of(table("evaluation", title, columns, rows));
  }

  private static String aims(List<Aim> aims) {
    return aims.stream()
        .map(
            one ->
                one.name()
                    + " "
                    + (one.baseline().isEmpty() ? "" : one.baseline() + "→")
                    + one.target()
                    + (one.year().isEmpty() ? "" : " (" + one.year() + ")"))
        .collect(Collectors.joining("、"));
  }

  private tasuki.table.Sheet table(
      String name, String title, List<SheetColumn> columns, List<List<@Nullable Object>> rows) {
    return new tasuki.table.Sheet(
        word(name), title + " " + word(name), List.of(word("unit")), columns, rows);
  }

  private SheetColumn text(String name, int width) {
    return SheetColumn.text(word(name), width);
  }

  private String word(String name) {
    return say.inJapanese("fund.print." + name);
  }
}
