package tasuki.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tasuki.House;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.Doubts;
import tasuki.indicator.Goal;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.Indicators;
import tasuki.indicator.Reason;
import tasuki.indicator.Trend;
import tasuki.indicator.Verdict;
import tasuki.indicator.Verdicts;
import tasuki.intake.Lists;
import tasuki.kernel.Actor;
import tools.jackson.databind.JsonNode;

/**
 * Every indicator of a real plan, brought in as an officer would, against verdicts written by hand
 * from the printed tables.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KpiVerdictTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
  private static final FiscalYear YEAR = new FiscalYear(2024);
  private static final Actor JOB = new Actor.Job("test");
  private static final String PLAN = "第8次の計画(照合)";

  private Lists.Read read;

  @BeforeAll
  void bringIn() {
    read = Lists.check("indicators", KpiTable.lines(PLAN).toArray(String[]::new));
    if (read.rejected() == 0) {
      Lists.apply(read);
    }
  }

  /** A line of the hand-written table. */
  private record Expected(
      int number,
      String series,
      String name,
      FiscalYear year,
      String verdict,
      String why,
      String trend,
      String trendWhy,
      String doubts) {

    static Expected of(String line) {
      String[] cells = (line + " | | | | |").split("\\|");
      String[] place = cells[0].strip().split("/", 2);
      return new Expected(
          Integer.parseInt(place[0].strip()),
          place.length > 1 ? place[1] : "",
          cells[1].strip(),
          new FiscalYear(Integer.parseInt(cells[2].strip())),
          cells[3].strip(),
          cells[4].strip(),
          cells[5].strip(),
          cells[6].strip(),
          cells[7].strip());
    }
  }

  private static List<Expected> expected() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/goal/expected-verdicts.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Expected::of)
        .toList();
  }

  private static JsonNode row(int number) {
    return KpiTable.source().get("rows").get(number);
  }

  private static Indicator indicator(JsonNode row, String name) {
    return House.as(
        JOB,
        () ->
            House.bean(Indicators.class)
                .named(House.bean(Keeping.class).lister(), row.get("area").asString(), name)
                .orElseThrow(() -> new AssertionError(name)));
  }

  private static String ja(Reason reason) {
    return reason.said(Locale.JAPANESE);
  }

  @Test
  void every_row_of_the_plan_is_taken() {
    assertThat(read.faults()).isEmpty();
    assertThat(read.in()).isEqualTo(KpiTable.source().get("indicatorRowCount").asInt());
  }

  @Test
  void every_target_has_the_verdict_and_the_reason_that_its_printed_figures_give()
      throws IOException {
    TreeSet<String> targets = new TreeSet<>();
    for (Expected one : expected()) {
      JsonNode row = row(one.number());
      Indicator indicator = indicator(row, one.name());
      Verdict verdict =
          one.series().isEmpty()
              ? indicator.verdict(one.year(), DAY).orElseThrow()
              : series(indicator, one);
      assertThat(verdict.kind().name() + " " + ja(verdict.reason()))
          .as(one.name() + " " + one.year())
          .isEqualTo(one.verdict() + " " + one.why());
      targets.add(one.number() + "/" + one.year().year());
    }
    TreeSet<String> printed = new TreeSet<>();
    for (int i = 0; i < KpiTable.source().get("rows").size(); i++) {
      printed.add(i + "/2024");
      if (!row(i).get("r7Target").isNull() && !row(i).get("repost").asBoolean()) {
        printed.add(i + "/2025");
      }
    }
    assertThat(targets).as("no target of the plan is left out here").isEqualTo(printed);
  }

  private static Verdict series(Indicator indicator, Expected one) {
    return indicator.lines().stream()
        .filter(line -> line.series().label().equals(one.series()))
        .flatMap(line -> Indicator.verdict(line, one.year(), DAY).stream())
        .map(Verdicts.Labelled::verdict)
        .findFirst()
        .orElseThrow(() -> new AssertionError(one.series()));
  }

  @Test
  void every_indicator_has_the_trend_that_its_printed_figures_give() throws IOException {
    int judged = 0;
    for (Expected one : expected()) {
      if (one.year().equals(YEAR) && one.series().isEmpty()) {
        Trend trend = indicator(row(one.number()), one.name()).trend(YEAR);
        assertThat(trend.kind() + " " + ja(trend.reason()))
            .as(one.name())
            .isEqualTo(one.trend() + " " + one.trendWhy());
        judged++;
      }
    }
    assertThat(judged).isEqualTo(21);
  }

  @Test
  void what_looks_wrong_in_the_printed_table_is_said_and_nothing_else() throws IOException {
    for (Expected one : expected()) {
      if (one.year().equals(YEAR) && one.series().isEmpty()) {
        JsonNode row = row(one.number());
        Indicator indicator = indicator(row, one.name());
        List<Reason> doubts = new ArrayList<>(Doubts.of(indicator));
        if (row.get("repost").asBoolean()) {
          doubts.addAll(repostDoubts(row, indicator));
        }
        assertThat(doubts.stream().map(KpiVerdictTest::ja).toList())
            .as(one.name())
            .isEqualTo(one.doubts().isEmpty() ? List.of() : List.of(one.doubts().split("(?<=。) ")));
      }
    }
  }

  private static List<Reason> repostDoubts(JsonNode row, Indicator indicator) {
    return goals().stream()
        .filter(goal -> goal.section().equals(row.get("goalSection").asString()))
        .flatMap(goal -> goal.members().stream())
        .filter(member -> member.indicator().equals(indicator.id()) && member.repost())
        .map(Goal.Member::note)
        .filter(Objects::nonNull)
        .flatMap(note -> Doubts.ofRepost(indicator, note).stream())
        .toList();
  }

  private static List<Goal> goals() {
    return House.as(
        JOB,
        () ->
            House.bean(Goals.class).all(false).stream()
                .filter(goal -> goal.plan().equals(PLAN))
                .toList());
  }

  @Test
  void goals_stand_as_the_plan_prints_them_and_one_indicator_under_two_of_them() {
    List<Goal> goals = goals();
    assertThat(goals).hasSize(KpiTable.source().get("goals").size());
    for (JsonNode printed : KpiTable.source().get("goals")) {
      Goal goal =
          goals.stream()
              .filter(one -> one.area().equals(printed.get("area").asString()))
              .filter(one -> one.section().equals(printed.get("goalSection").asString()))
              .findFirst()
              .orElseThrow();
      assertThat(goal.text()).isEqualTo(printed.get("goal").asString());
    }
    assertThat(goals.stream().mapToLong(goal -> goal.members().size()).sum()).isEqualTo(21);
    assertThat(
            goals.stream()
                .flatMap(goal -> goal.members().stream())
                .filter(Goal.Member::repost)
                .count())
        .isEqualTo(1);
  }

  @Test
  void every_printed_number_and_its_time_are_kept_as_they_were_printed() {
    for (JsonNode row : KpiTable.source().get("rows")) {
      Indicator indicator = indicator(row, row.get("indicator").asString().replace("【再掲】", ""));
      JsonNode printed = row.get("r6Actual");
      for (JsonNode value : printed.get("values")) {
        String label = value.get("label").isNull() ? "" : value.get("label").asString();
        Actual actual =
            indicator.lines().stream()
                .filter(line -> line.series().label().equals(label))
                .flatMap(line -> line.actual(YEAR).stream())
                .findFirst()
                .orElseThrow();
        assertThat(actual.value()).isEqualByComparingTo(value.get("value").decimalValue());
        assertThat(actual.printed()).isEqualTo(printed.get("text").asString());
      }
      if (printed.get("values").isEmpty()) {
        Optional<Actual> actual = indicator.lines().getFirst().actual(YEAR);
        assertThat(actual.orElseThrow().value()).isNull();
        assertThat(actual.get().expected()).isNotNull();
      }
    }
  }
}
