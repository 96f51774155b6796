package tasuki.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.AsOf;
import tasuki.indicator.Figures;
import tasuki.indicator.Indicator;
import tasuki.indicator.Indicators;
import tasuki.intake.Lists;
import tasuki.kernel.Actor;
import tasuki.table.Sheet;

/**
 * Tables of indicators: what is rejected and why, what a file changes and what undoing gives back.
 */
class IndicatorListTest {

  private static final Actor JOB = new Actor.Job("test");
  private static final FiscalYear YEAR = new FiscalYear(2024);
  private static final String HEAD = "計画,年度,区分,指標,再掲,向き,計画目標値,目標年度,実績値,実績の時点,状態,確定予定,比較値,注";

  private final String plan = "架空の計画" + UUID.randomUUID();
  private final String name = "架空の割合" + UUID.randomUUID();

  private String row(String rest) {
    return plan + ",R6年度,1 架空," + name + "," + rest;
  }

  private static Lists.Read read(String... rows) {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    lines.addAll(List.of(rows));
    return Lists.check("indicators", lines.toArray(String[]::new));
  }

  private static List<String> refused(String... rows) {
    return read(rows).reasons();
  }

  private static final String GOOD = ",高いほどよい,80%,R6年度,71.0%,R6年度,,,,";

  @Test
  void what_cannot_be_told_for_certain_is_rejected_with_its_reason() {
    assertThat(refused(row(GOOD))).isEmpty();
    assertThat(refused(row(",,80%,R6年度,71.0%,R6年度,,,,")))
        .containsExactly("goal.list.fault.no-direction");
    assertThat(refused(row(",横,80%,R6年度,71.0%,R6年度,,,,")))
        .containsExactly("goal.list.fault.direction");
    assertThat(refused(row(",高いほどよい,おおむね,R6年度,71.0%,R6年度,,,,")))
        .containsExactly("goal.list.fault.unreadable");
    assertThat(refused(row(",高いほどよい,80%,R6,71.0%,R6年度,,,,")))
        .containsExactly("indicator.as-of.which-year");
    assertThat(refused(row(",高いほどよい,80%,令和6年度(2025年度),71.0%,R6年度,,,,")))
        .containsExactly("indicator.as-of.disagree");
    assertThat(refused(row(",高いほどよい,80%,R6年度,71.0%,,,,,")))
        .containsExactly("indicator.as-of.empty");
    assertThat(refused(row(",高いほどよい,80%,R6年度,71人,R6年度,,,,")))
        .containsExactly("goal.list.fault.units");
    assertThat(refused(row(",高いほどよい,80%以下,R6年度,71.0%,R6年度,,,,")))
        .containsExactly("goal.list.fault.against");
    assertThat(refused(row(",高いほどよい,男性:80% 女性:70%,R6年度,71.0%,R6年度,,,,")))
        .first()
        .isEqualTo("goal.list.fault.series");
    assertThat(refused(row(",高いほどよい,80%,R6年度,71.0%,R6年度,ほぼ,,,")))
        .containsExactly("goal.list.fault.status");
    assertThat(refused(row(",高いほどよい,80%,R6年度,71.0%,R6年度,調査なし,,,")))
        .containsExactly("goal.list.fault.status-against");
    assertThat(refused(row(",高いほどよい,80%,R6年度,71.0%,R6年度,,いつか,,")))
        .containsExactly("indicator.as-of.unreadable");
    assertThat(refused(row(",高いほどよい,80%,R6年度,71.0%,R6年度,,,平均くらい,")))
        .containsExactly("goal.list.fault.comparator");
    assertThat(refused(row(",高いほどよい,,,—,,,,,"))).containsExactly("goal.list.fault.nothing");
    assertThat(refused(plan + ",R6年,1 架空," + name + "," + GOOD))
        .containsExactly("goal.list.fault.year");
  }

  @Test
  void a_repost_has_to_follow_its_first_row_and_to_agree_with_it() {
    String repost = plan + ",R6年度,2 ほか," + name + "【再掲】," + GOOD;
    assertThat(refused(row(GOOD), repost)).isEmpty();
    assertThat(refused(repost)).containsExactly("goal.list.fault.repost-alone");
    assertThat(refused(row(GOOD), repost.replace("71.0%", "72.0%")))
        .containsExactly("goal.list.fault.repost-differs");
    assertThat(refused(row(GOOD), plan + ",R6年度,2 ほか," + name + "," + GOOD))
        .containsExactly("goal.list.fault.twice");
  }

  @Test
  void a_time_in_brackets_behind_a_figure_is_its_time() {
    Lists.Read read = read(row(",高いほどよい,80% (R6年度),,71.0% (R7年3月)(※1),,,,,"));
    assertThat(read.faults()).isEmpty();
    Lists.apply(read);
    assertThat(actual().map(Actual::asOf).map(AsOf::compact)).contains("R7年3月");
  }

  private Optional<Indicator> indicator() {
    return House.as(
        JOB,
        () -> House.bean(Indicators.class).named(House.bean(Keeping.class).lister(), "全県", name));
  }

  private Optional<Actual> actual() {
    return indicator().flatMap(one -> one.lines().getFirst().actual(YEAR));
  }

  private @Nullable BigDecimal value() {
    return actual().map(Actual::value).orElse(null);
  }

  @Test
  void a_later_file_replaces_the_year_and_undoing_gives_the_former_figures_back() {
    Lists.Read first = read(row(GOOD));
    Lists.apply(first);
    assertThat(value()).isEqualByComparingTo("71.0");
    Lists.Read again = read(row(GOOD));
    assertThat(again.kept()).as("the same file again changes nothing").isEqualTo(1);
    assertThat(again.changed()).isZero();
    Lists.Read later = read(row(GOOD.replace("71.0%", "72.5%")));
    assertThat(later.changed()).isEqualTo(1);
    Lists.apply(later);
    assertThat(value()).isEqualByComparingTo("72.5");
    Lists.undo(later);
    assertThat(value()).isEqualByComparingTo("71.0");
    Lists.undo(first);
    assertThat(actual()).isEmpty();
    assertThat(indicator().orElseThrow().retiredOn()).isNotNull();
    Lists.apply(read(row(GOOD)));
    assertThat(indicator().orElseThrow().retiredOn()).as("it is followed again").isNull();
  }

  @Test
  void who_spoke_last_counts_and_what_a_person_entered_outlives_the_list() {
    Lists.Read first = read(row(GOOD));
    Lists.apply(first);
    Indicator now = indicator().orElseThrow();
    UUID series = now.lines().getFirst().series().id();
    House.as(
        JOB,
        () -> {
          House.bean(Figures.class)
              .put(now.id(), series, GoalScene.actual("60.0").getFirst().what(), "");
          return series;
        });
    assertThat(value()).isEqualByComparingTo("60.0");
    Lists.Read later = read(row(GOOD.replace("71.0%", "72.5%")));
    Lists.apply(later);
    assertThat(value()).isEqualByComparingTo("72.5");
    Lists.undo(later);
    Lists.undo(first);
    assertThat(value()).isEqualByComparingTo("60.0");
    assertThat(indicator().orElseThrow().retiredOn()).isNull();
  }

  @Test
  void the_table_of_the_goals_page_is_brought_in_again_and_changes_nothing() {
    Lists.Read first = Lists.check("indicators", KpiTable.lines(plan).toArray(String[]::new));
    assertThat(first.faults()).isEmpty();
    Lists.apply(first);
    Sheet sheet =
        House.as(
            JOB,
            () -> {
              GoalTable table = House.bean(GoalTable.class);
              return table.sheet(
                  plan,
                  YEAR,
                  table.all(false).stream().filter(one -> one.goal().plan().equals(plan)).toList());
            });
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", sheet.columns().stream().map(one -> one.label()).toList()));
    for (List<@Nullable Object> cells : sheet.rows()) {
      lines.add(
          String.join(
              ",", cells.stream().map(cell -> cell == null ? "" : "\"" + cell + "\"").toList()));
    }
    assertThat(lines).hasSize(22);
    Lists.Read again = Lists.check("indicators", lines.toArray(String[]::new));
    assertThat(again.faults()).isEmpty();
    assertThat(again.kept()).isEqualTo(21);
    assertThat(again.changed() + again.closed()).isZero();
    Lists.undo(first);
  }
}
