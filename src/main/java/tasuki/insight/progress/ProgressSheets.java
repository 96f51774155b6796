package tasuki.insight.progress;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.fund.schedule.ScheduleWords;
import tasuki.fund.schedule.Stage;
import tasuki.goal.GoalWords;
import tasuki.indicator.Verdict;
import tasuki.programme.LagLine;
import tasuki.programme.SpendingLine;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.web.Phrases;

/** The page of progress to take along: a sheet for each of its tables, numbers as numbers. */
@Component
class ProgressSheets {

  private final ScheduleWords scheduleWords;
  private final GoalWords goalWords;
  private final Phrases say;

  ProgressSheets(ScheduleWords scheduleWords, GoalWords goalWords, Phrases say) {
    this.scheduleWords = scheduleWords;
    this.goalWords = goalWords;
    this.say = say;
  }

  List<Sheet> of(Progress progress) {
    return List.of(
        sums(progress, "progress.lists", ProgressWords.lists(progress)),
        sums(progress, "progress.divisions", ProgressWords.divisions(progress)),
        lagging(progress),
        verdicts(progress),
        off(progress),
        open(progress),
        sheet(
            progress,
            "progress.unjudged",
            List.of(text("programme.column.name", 44), text("programme.division", 24)),
            progress.unjudged(),
            one -> Arrays.<@Nullable Object>asList(one.name(), one.division())));
  }

  private SheetColumn text(String key, int width) {
    return SheetColumn.text(say.of(key), width);
  }

  private <T> Sheet sheet(
      Progress progress,
      String title,
      List<SheetColumn> columns,
      List<T> rows,
      Function<T, List<@Nullable Object>> cells) {
    String name = say.of(title);
    return new Sheet(
        name,
        progress.year().label(say.locale()) + " " + name,
        List.of(),
        columns,
        rows.stream().map(cells).toList());
  }

  private Sheet sums(Progress progress, String title, List<SpendingLine> lines) {
    return sheet(
        progress,
        title,
        SpendingLine.columns(text("progress.part", 44), say),
        lines,
        SpendingLine::cells);
  }

  private Sheet lagging(Progress progress) {
    return sheet(
        progress,
        "programme.lagging",
        LagLine.columns(text("programme.column.name", 44), text("programme.division", 24), say),
        progress.lagging().stream().map(LagLine::of).toList(),
        LagLine::cells);
  }

  private Sheet verdicts(Progress progress) {
    return sheet(
        progress,
        "progress.verdicts",
        List.of(text("progress.verdict", 16), SheetColumn.count(say.of("progress.count"))),
        Stream.of(Verdict.Kind.values()).toList(),
        kind ->
            Arrays.<@Nullable Object>asList(
                goalWords.mark(kind).text(), progress.indicators().counts().getOrDefault(kind, 0)));
  }

  private Sheet off(Progress progress) {
    return sheet(
        progress,
        "progress.off",
        List.of(
            text("progress.indicator", 44),
            text("programme.division", 24),
            text("progress.target", 30),
            text("progress.actual", 30),
            text("progress.verdict", 12),
            text("progress.why", 50),
            text("progress.trend", 12)),
        progress.indicators().off(),
        one ->
            Arrays.<@Nullable Object>asList(
                one.name(),
                one.charge(),
                one.target(),
                one.actual(),
                one.verdict().text(),
                one.why(),
                one.trend().text()));
  }

  private Sheet open(Progress progress) {
    return sheet(
        progress,
        "progress.open",
        List.of(
            text("fund.branch", 12),
            text("programme.year", 12),
            text("fund.schedule.step", 20),
            SheetColumn.day(say.of("fund.schedule.due")),
            text("fund.state", 20),
            text("fund.schedule.detail", 34)),
        progress.open(),
        this::open);
  }

  private List<@Nullable Object> open(Stage stage) {
    ScheduleWords.Line line = scheduleWords.line(stage);
    return Arrays.<@Nullable Object>asList(
        line.branch(), line.year(), line.step(), stage.due(), line.mark().text(), line.detail());
  }
}
