package tasuki.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/** What holds of every verdict and trend, whatever the figures are. */
class VerdictPropertyTest {

  private static final String AVERAGE = "全国平均";
  private static final LocalDate LATE = LocalDate.of(2040, 1, 1);

  private static Actual actual(int year, @Nullable BigDecimal value) {
    FiscalYear fiscal = new FiscalYear(year);
    return new Actual(
        new UUID(0, year),
        fiscal,
        value == null ? null : AsOf.fiscalYear(fiscal),
        value,
        value == null ? Actual.Status.PENDING : Actual.Status.FINAL,
        null,
        "",
        null,
        null,
        false);
  }

  private static Target target(int year, Aim aim) {
    FiscalYear fiscal = new FiscalYear(year);
    return new Target(new UUID(1, year), "計画", fiscal, AsOf.fiscalYear(fiscal), aim, "", null);
  }

  private static ComparatorValue average(int year, BigDecimal value) {
    return new ComparatorValue(
        new UUID(2, year), AVERAGE, AsOf.fiscalYear(new FiscalYear(year)), value, null);
  }

  @Provide
  Arbitrary<BigDecimal> values() {
    return Arbitraries.bigDecimals()
        .between(BigDecimal.valueOf(-1000), BigDecimal.valueOf(1000))
        .ofScale(1);
  }

  @Provide
  Arbitrary<Actual> actuals() {
    return Combinators.combine(Arbitraries.integers().between(2015, 2030), values().injectNull(0.2))
        .as(VerdictPropertyTest::actual);
  }

  @Provide
  Arbitrary<Aim> aims() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Relation.values()), values()).as(Aim.Bound::new),
        Combinators.combine(values(), values()).as((a, b) -> new Aim.Range(a.min(b), a.max(b))),
        Arbitraries.of(Relation.values()).map(one -> new Aim.Compared(one, AVERAGE)));
  }

  @Property(tries = 2_000)
  void a_verdict_does_not_depend_on_the_order_in_which_actuals_were_entered(
      @ForAll("aims") Aim aim,
      @ForAll @Size(max = 6) List<@From("actuals") Actual> said,
      @ForAll Random random) {
    List<Actual> actuals = oneAYear(said);
    List<Actual> shuffled = new ArrayList<>(actuals);
    Collections.shuffle(shuffled, random);
    Target target = target(2024, aim);
    assertThat(Verdicts.of(target, shuffled, List.of(), LATE))
        .isEqualTo(Verdicts.of(target, actuals, List.of(), LATE));
  }

  private static List<Actual> oneAYear(List<Actual> said) {
    return said.stream()
        .collect(Collectors.toMap(Actual::year, one -> one, (one, _) -> one))
        .values()
        .stream()
        .toList();
  }

  @Property(tries = 2_000)
  void nothing_is_met_or_missed_before_the_targets_time_is_over(
      @ForAll("aims") Aim aim, @ForAll @Size(max = 6) List<@From("actuals") Actual> said) {
    Verdict verdict =
        Verdicts.of(target(2024, aim), oneAYear(said), List.of(), LocalDate.of(2025, 3, 31));
    assertThat(verdict).isInstanceOf(Verdict.NotYet.class);
  }

  @Property(tries = 2_000)
  void an_actual_older_than_the_targets_year_never_decides(
      @ForAll("aims") Aim aim, @ForAll("values") BigDecimal value) {
    Verdict verdict = Verdicts.of(target(2024, aim), List.of(actual(2023, value)), List.of(), LATE);
    assertThat(verdict).isInstanceOf(Verdict.NotYet.class);
  }

  @Property(tries = 2_000)
  void an_actual_of_a_later_year_never_decides_either(
      @ForAll("aims") Aim aim, @ForAll("values") BigDecimal value) {
    Verdict verdict = Verdicts.of(target(2024, aim), List.of(actual(2025, value)), List.of(), LATE);
    assertThat(verdict).isInstanceOf(Verdict.Undecidable.class);
    assertThat(verdict.reason().key()).isEqualTo("later-actual");
  }

  @Property(tries = 2_000)
  void a_comparator_decides_only_with_its_value_of_the_same_year(
      @ForAll Relation relation,
      @ForAll("values") BigDecimal value,
      @ForAll("values") BigDecimal other) {
    Target target = target(2024, new Aim.Compared(relation, AVERAGE));
    List<Actual> actuals = List.of(actual(2024, value));
    assertThat(Verdicts.of(target, actuals, List.of(average(2023, other)), LATE))
        .isInstanceOf(Verdict.Undecidable.class);
    Verdict decided = Verdicts.of(target, actuals, List.of(average(2024, other)), LATE);
    assertThat(decided.kind())
        .isEqualTo(relation.holds(value, other) ? Verdict.Kind.MET : Verdict.Kind.MISSED);
  }

  @Property(tries = 2_000)
  void what_is_better_is_never_judged_worse(
      @ForAll Direction direction,
      @ForAll("values") BigDecimal bound,
      @ForAll("values") BigDecimal value,
      @ForAll("values") BigDecimal other) {
    Target target = target(2024, new Aim.Bound(direction.plain(), bound));
    boolean better = direction == Direction.HIGHER == other.compareTo(value) > 0;
    if (better && met(target, value)) {
      assertThat(met(target, other) || other.compareTo(value) == 0).isTrue();
    }
  }

  private static boolean met(Target target, BigDecimal value) {
    return Verdicts.of(target, List.of(actual(2024, value)), List.of(), LATE)
        instanceof Verdict.Met;
  }

  @Property(tries = 1_000)
  void together_is_met_exactly_when_every_series_is(
      @ForAll @Size(min = 1, max = 5) List<Verdict.Kind> kinds) {
    List<Verdicts.Labelled> series = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      series.add(new Verdicts.Labelled("系列" + i, verdict(kinds.get(i))));
    }
    Verdict together = Verdicts.together(series);
    assertThat(together instanceof Verdict.Met)
        .isEqualTo(Set.copyOf(kinds).equals(Set.of(Verdict.Kind.MET)));
    assertThat(together instanceof Verdict.Missed).isEqualTo(kinds.contains(Verdict.Kind.MISSED));
    assertThat(kinds).contains(together.kind());
  }

  private static Verdict verdict(Verdict.Kind kind) {
    Reason reason = Reason.of("no-actual");
    return switch (kind) {
      case MET -> new Verdict.Met(reason);
      case MISSED -> new Verdict.Missed(reason);
      case NOT_YET -> new Verdict.NotYet(reason);
      case UNDECIDABLE -> new Verdict.Undecidable(reason);
    };
  }

  @Property(tries = 2_000)
  void a_trend_turns_round_with_the_direction_and_with_time(
      @ForAll("values") BigDecimal before, @ForAll("values") BigDecimal after) {
    Trend.Kind up = trend(Direction.HIGHER, before, after);
    assertThat(trend(Direction.LOWER, before, after)).isEqualTo(turned(up));
    assertThat(trend(Direction.HIGHER, after, before)).isEqualTo(turned(up));
    assertThat(up == Trend.Kind.LEVEL).isEqualTo(before.compareTo(after) == 0);
  }

  private static Trend.Kind trend(Direction direction, BigDecimal before, BigDecimal after) {
    return Trends.of(direction, List.of(actual(2024, after), actual(2023, before)), List.of())
        .kind();
  }

  private static Trend.Kind turned(Trend.Kind kind) {
    return switch (kind) {
      case IMPROVING -> Trend.Kind.WORSENING;
      case WORSENING -> Trend.Kind.IMPROVING;
      case LEVEL -> Trend.Kind.LEVEL;
      case UNKNOWN -> Trend.Kind.UNKNOWN;
    };
  }

  @Property(tries = 500)
  void every_verdict_and_trend_can_be_said_in_both_languages(
      @ForAll("aims") Aim aim,
      @ForAll @Size(max = 4) List<@From("actuals") Actual> said,
      @ForAll boolean late) {
    LocalDate today = late ? LATE : LocalDate.of(2020, 1, 1);
    List<Actual> actuals = oneAYear(said);
    Verdict verdict =
        Verdicts.of(target(2024, aim), actuals, List.of(average(2024, BigDecimal.ONE)), today);
    Trend trend = Trends.of(Direction.LOWER, actuals, List.of(LocalDate.of(2022, 4, 1)));
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      assertThat(verdict.reason().said(locale)).isNotBlank().doesNotContain("{");
      assertThat(trend.reason().said(locale)).isNotBlank().doesNotContain("{");
    }
  }

  @Example
  void an_estimate_is_not_compared_with_a_count_nor_across_a_new_definition() {
    Actual count = actual(2023, BigDecimal.ONE);
    Actual estimate =
        new Actual(
            new UUID(0, 1),
            new FiscalYear(2024),
            AsOf.fiscalYear(new FiscalYear(2024)),
            BigDecimal.TEN,
            Actual.Status.ESTIMATE,
            null,
            "",
            null,
            null,
            false);
    assertThat(Trends.of(Direction.HIGHER, List.of(count, estimate), List.of()).reason().key())
        .isEqualTo("trend-other-kind");
    Trend broken =
        Trends.of(
            Direction.HIGHER,
            List.of(count, actual(2024, BigDecimal.TEN)),
            List.of(LocalDate.of(2024, 4, 1)));
    assertThat(broken.reason().key()).isEqualTo("trend-redefined");
  }

  @Example
  void a_year_that_was_never_surveyed_cannot_be_judged_and_one_that_is_expected_has_not_come() {
    Actual old = actual(2023, BigDecimal.TEN);
    Target target = target(2024, new Aim.Bound(Relation.AT_LEAST, BigDecimal.ONE));
    AsOf next = AsOf.calendarYear(2026);
    Verdict never =
        Verdicts.of(target, List.of(old, none(Actual.Status.NOT_SURVEYED, next)), List.of(), LATE);
    assertThat(never).isInstanceOf(Verdict.Undecidable.class);
    assertThat(never.reason().key()).isEqualTo("not-surveyed-expected");
    Verdict expected =
        Verdicts.of(target, List.of(old, none(Actual.Status.PENDING, next)), List.of(), LATE);
    assertThat(expected).isInstanceOf(Verdict.NotYet.class);
    assertThat(expected.reason().key()).isEqualTo("old-actual-expected");
  }

  private static Actual none(Actual.Status status, AsOf expected) {
    return new Actual(
        new UUID(0, 7), new FiscalYear(2024), null, null, status, expected, "—", null, null, false);
  }
}
