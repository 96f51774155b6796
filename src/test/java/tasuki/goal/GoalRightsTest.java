package tasuki.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasuki.goal.GoalScene.YEAR;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.goal.GoalScene.Officer;
import tasuki.indicator.Actual;
import tasuki.indicator.AsOf;
import tasuki.indicator.Definition;
import tasuki.indicator.Figures;
import tasuki.indicator.Formula;
import tasuki.indicator.Goal;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.MeasureId;
import tasuki.indicator.MeasureRow;
import tasuki.indicator.Measures;
import tasuki.indicator.NewIndicator;
import tasuki.indicator.Verdict;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/** Who sees and who changes indicators, and what the log says of it. */
class GoalRightsTest {

  private final OrganizationId prefecture = GoalScene.organization(OrganizationKind.PREFECTURE);
  private final Officer officer = GoalScene.officer(prefecture);
  private final Officer other = GoalScene.officer(prefecture);
  private final UUID division = GoalScene.division(prefecture, officer);
  private final UUID otherDivision = GoalScene.division(prefecture, other);
  private final Officer municipal =
      GoalScene.officer(GoalScene.organization(OrganizationKind.MUNICIPALITY));

  private static Indicator get(Officer who, IndicatorId id) {
    return who.does(() -> House.bean(Indicators.class).get(id));
  }

  private static Editing editing() {
    return House.bean(Editing.class);
  }

  private static List<@Nullable String> log(String what, IndicatorId id) {
    return TestDatabase.asOwner()
        .sql("select detail from audit.entry where what = ? and subject = ? order by id")
        .params(what, id.value())
        .query(String.class)
        .list();
  }

  @Test
  void every_officer_of_the_prefecture_reads_what_any_division_measures() {
    IndicatorId id = GoalScene.setUp(officer, division, false);
    assertThat(get(other, id).division()).isEqualTo(division);
  }

  @Test
  void a_municipality_and_the_public_read_what_is_published_and_nothing_else() {
    IndicatorId hidden = GoalScene.setUp(officer, division, false);
    IndicatorId open = GoalScene.setUp(officer, division, true);
    assertThat(get(municipal, open).id()).isEqualTo(open);
    assertThatThrownBy(() -> get(municipal, hidden)).isInstanceOf(AbsentException.class);
    Indicators indicators = House.bean(Indicators.class);
    List<IndicatorId> wanted = List.of(hidden, open);
    assertThat(House.as(Actor.NOBODY, () -> indicators.of(wanted)))
        .extracting(Indicator::id)
        .containsExactly(open);
  }

  @Test
  void a_municipality_keeps_indicators_of_its_own_that_another_one_never_sees() {
    IndicatorId own = GoalScene.setUp(municipal, null, false);
    assertThat(get(municipal, own).id()).isEqualTo(own);
    assertThat(get(officer, own).id()).as("the prefecture reads all").isEqualTo(own);
    Officer elsewhere = GoalScene.officer(GoalScene.organization(OrganizationKind.MUNICIPALITY));
    assertThatThrownBy(() -> get(elsewhere, own)).isInstanceOf(AbsentException.class);
  }

  @Test
  void a_division_changes_its_own_indicators_and_no_others() {
    IndicatorId id = GoalScene.setUp(officer, division, true);
    officer.does(
        () -> {
          editing().target(House.bean(Indicators.class).get(id), 1, GoalScene.target("80"));
          return id;
        });
    for (Officer stranger : List.of(other, municipal)) {
      assertThatThrownBy(
              () ->
                  stranger.does(
                      () -> {
                        Indicator now = House.bean(Indicators.class).get(id);
                        editing().actual(now, now.version(), GoalScene.actual("99"));
                        return id;
                      }))
          .isInstanceOf(RefusedException.class);
    }
    assertThat(get(officer, id).lines().getFirst().actuals()).isEmpty();
  }

  @Test
  void the_database_refuses_a_strangers_figures_even_where_the_program_would_not() {
    IndicatorId id = GoalScene.setUp(officer, division, true);
    UUID series = get(officer, id).lines().getFirst().series().id();
    assertThatThrownBy(
            () ->
                other.does(
                    () -> {
                      House.bean(Figures.class)
                          .put(id, series, GoalScene.actual("99").getFirst().what(), "");
                      return id;
                    }))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                municipal.does(
                    () -> {
                      House.bean(Indicators.class).keep(id, 1, null, false, true);
                      return id;
                    }))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void an_indicator_that_is_handed_to_another_division_is_that_divisions_alone() {
    IndicatorId id = GoalScene.setUp(officer, division, false);
    officer.does(
        () -> {
          Indicator now = House.bean(Indicators.class).get(id);
          editing().keep(now, now.version(), otherDivision, false, false);
          return id;
        });
    assertThatThrownBy(
            () ->
                officer.does(
                    () -> {
                      Indicator now = House.bean(Indicators.class).get(id);
                      editing().keep(now, now.version(), division, false, false);
                      return id;
                    }))
        .isInstanceOf(RefusedException.class);
    other.does(
        () -> {
          Indicator now = House.bean(Indicators.class).get(id);
          editing().actual(now, now.version(), GoalScene.actual("12"));
          return id;
        });
    assertThat(get(other, id).lines().getFirst().actuals()).hasSize(1);
  }

  @Test
  void a_correction_is_a_new_version_and_the_log_says_what_stood_there_before() {
    IndicatorId id = GoalScene.setUp(officer, division, false);
    for (String value : List.of("70.0", "71.5")) {
      officer.does(
          () -> {
            Indicator now = House.bean(Indicators.class).get(id);
            editing().actual(now, now.version(), GoalScene.actual(value));
            return id;
          });
    }
    List<Figures.Version> versions = officer.does(() -> House.bean(Figures.class).versions(id));
    assertThat(versions).extracting(one -> value(one.actual())).containsExactly("71.5", "70.0");
    assertThat(log("indicator.actual", id))
        .containsExactly("FY2024: – → 70.0", "FY2024: 70.0 → 71.5");
    officer.does(
        () -> {
          Indicator now = House.bean(Indicators.class).get(id);
          editing().withdrawActual(now, now.version(), YEAR);
          return id;
        });
    assertThat(get(officer, id).lines().getFirst().actuals()).isEmpty();
    assertThat(officer.does(() -> House.bean(Figures.class).versions(id))).hasSize(3);
  }

  private static String value(@Nullable Actual actual) {
    return actual == null ? "withdrawn" : "" + actual.value();
  }

  @Test
  void a_computed_value_follows_its_counts_and_nobody_types_over_it() {
    FiscalYear year = FiscalYear.of(JapanTime.today(Clock.systemUTC())).previous();
    MeasureId measure = new MeasureId("umbrella.test" + UUID.randomUUID());
    NewIndicator wanted = new NewIndicator(prefecture.value(), division, "全県", false);
    Definition definition = computed(measure);
    IndicatorId id = officer.does(() -> editing().setUp(wanted, definition, List.of("")));
    count(measure, year, 3);
    Actual actual = get(officer, id).lines().getFirst().actual(year).orElseThrow();
    assertThat(actual.value()).isEqualByComparingTo("37.5");
    assertThat(actual.isAutomatic()).isTrue();
    count(measure, year, 4);
    assertThat(get(officer, id).lines().getFirst().actual(year).orElseThrow().value())
        .as("a case was corrected")
        .isEqualByComparingTo("50.0");
    Actual typed =
        new Actual(
            null,
            year,
            AsOf.fiscalYear(year),
            BigDecimal.TEN,
            Actual.Status.FINAL,
            null,
            "10%",
            null,
            null,
            false);
    assertThatThrownBy(
            () ->
                officer.does(
                    () -> {
                      Indicator now = House.bean(Indicators.class).get(id);
                      editing().actual(now, now.version(), List.of(new Editing.Said<>("", typed)));
                      return id;
                    }))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("automatic");
  }

  private static Definition computed(MeasureId measure) {
    Definition plain = GoalScene.definition("架空の計算" + UUID.randomUUID());
    return new Definition(
        plain.id(),
        plain.validFrom(),
        plain.name(),
        "",
        "",
        "%",
        plain.direction(),
        1,
        "",
        false,
        new Formula(measure, null, BigDecimal.valueOf(100)));
  }

  private static void count(MeasureId measure, FiscalYear year, long numerator) {
    House.as(
        new Actor.Job("test"),
        () -> {
          House.bean(Measures.class)
              .replace(
                  measure,
                  year.months().getFirst(),
                  List.of(new MeasureRow("", Map.of(), numerator, 8)));
          return measure;
        });
  }

  @Test
  void of_two_who_change_the_same_indicator_at_once_the_second_is_told() {
    IndicatorId id = GoalScene.setUp(officer, division, false);
    Indicator both = get(officer, id);
    officer.does(
        () -> {
          editing().target(both, both.version(), GoalScene.target("80"));
          return id;
        });
    assertThatThrownBy(
            () ->
                officer.does(
                    () -> {
                      editing().target(both, both.version(), GoalScene.target("85"));
                      return id;
                    }))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("quicker");
    assertThat(get(officer, id).verdict(YEAR, YEAR.lastDay().plusDays(1)).orElseThrow())
        .isInstanceOf(Verdict.Undecidable.class);
  }

  @Test
  void an_indicator_under_a_second_goal_is_a_repost_and_stays_when_it_leaves_one() {
    IndicatorId id = GoalScene.setUp(officer, division, false);
    GoalId first = goal("1 はじめ");
    GoalId second = goal("2 つぎ");
    officer.does(
        () -> {
          editing().put(House.bean(Goals.class).get(first), id);
          editing().put(House.bean(Goals.class).get(second), id);
          return id;
        });
    assertThat(members(first)).extracting(Goal.Member::repost).containsExactly(false);
    assertThat(members(second)).extracting(Goal.Member::repost).containsExactly(true);
    assertThatThrownBy(
            () ->
                other.does(
                    () -> {
                      editing().remove(House.bean(Goals.class).get(first), id);
                      return id;
                    }))
        .isInstanceOf(RefusedException.class);
    officer.does(
        () -> {
          editing().remove(House.bean(Goals.class).get(second), id);
          return id;
        });
    assertThat(members(second)).isEmpty();
    assertThat(members(first)).hasSize(1);
  }

  private GoalId goal(String section) {
    return officer.does(
        () ->
            editing()
                .setUpGoal(
                    division,
                    false,
                    new Goals.Text("架空の計画", "全県", section + UUID.randomUUID(), "目標")));
  }

  private List<Goal.Member> members(GoalId id) {
    return officer.does(() -> House.bean(Goals.class).get(id)).members();
  }

  @Test
  void a_status_without_a_value_says_why_there_is_none() {
    IndicatorId id = GoalScene.setUp(officer, division, false);
    Actual none =
        new Actual(null, YEAR, null, null, Actual.Status.NOT_SURVEYED, null, "", null, null, false);
    officer.does(
        () -> {
          Indicator now = House.bean(Indicators.class).get(id);
          editing().target(now, now.version(), GoalScene.target("80"));
          editing().actual(now, now.version() + 1, List.of(new Editing.Said<>("", none)));
          return id;
        });
    Verdict verdict = get(officer, id).verdict(YEAR, YEAR.lastDay().plusDays(1)).orElseThrow();
    assertThat(verdict.reason().key()).isEqualTo("not-surveyed");
  }
}
