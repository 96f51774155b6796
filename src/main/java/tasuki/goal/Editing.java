package tasuki.goal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Definition;
import tasuki.indicator.Figures;
import tasuki.indicator.Goal;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.NewIndicator;
import tasuki.indicator.Target;
import tasuki.kernel.Acting;
import tasuki.kernel.RefusedException;

/** What officers change by hand: each change is in the log with what was said before and now. */
@Service
@Transactional
class Editing {

  /** What is said of one series. */
  record Said<T>(String label, T what) {}

  private final Indicators indicators;
  private final Figures figures;
  private final Goals goals;
  private final Keeping keeping;
  private final AuditLog audit;

  Editing(Indicators indicators, Figures figures, Goals goals, Keeping keeping, AuditLog audit) {
    this.indicators = indicators;
    this.figures = figures;
    this.goals = goals;
    this.keeping = keeping;
    this.audit = audit;
  }

  /**
   * An indicator of which the viewer is in charge.
   *
   * @throws tasuki.kernel.RefusedException when somebody else is
   */
  Indicator changeable(UUID id) {
    Indicator indicator = indicators.get(new IndicatorId(id));
    keeping.mayChange(indicator).orThrow();
    return indicator;
  }

  IndicatorId setUp(NewIndicator indicator, Definition definition, List<String> labels) {
    keeping.may(indicator.organization(), indicator.division()).orThrow();
    IndicatorId id = indicators.setUp(indicator, definition, labels);
    log("indicator.set-up", id, "–", said(definition));
    return id;
  }

  void define(Indicator before, int version, Definition definition) {
    mayChange(before, version);
    indicators.define(before.id(), definition);
    log("indicator.defined", before.id(), said(before.definitions().getLast()), said(definition));
  }

  private static String said(Definition one) {
    return "%s / %s / %s / %s / %s / %s"
        .formatted(
            one.validFrom(),
            one.name(),
            one.unit(),
            one.direction(),
            one.text(),
            one.formula() == null ? "" : one.formula().measure());
  }

  void keep(
      Indicator before, int version, @Nullable UUID division, boolean published, boolean retired) {
    keeping.mayChange(before).orThrow();
    indicators.keep(before.id(), version, division, published, retired);
    log(
        "indicator.kept",
        before.id(),
        said(before.division(), before.published(), before.retiredOn() != null),
        said(division, published, retired));
  }

  private static String said(@Nullable UUID division, boolean published, boolean over) {
    return (division == null ? "–" : division)
        + (published ? " / published" : "")
        + (over ? " / over" : "");
  }

  void target(Indicator before, int version, List<Said<Target>> said) {
    mayChange(before, version);
    FiscalYear year = said.getFirst().what().year();
    for (Said<Target> one : said) {
      UUID series = indicators.series(before.id(), one.label());
      figures.put(before.id(), series, one.what(), Figures.BY_HAND);
    }
    String was =
        before.lines().stream()
            .flatMap(line -> line.target(year).stream())
            .map(Target::printed)
            .distinct()
            .collect(Collectors.joining(" "));
    log("indicator.target", before.id(), year, was, said.getFirst().what().printed());
  }

  /** Takes back what was entered by hand of a year; what a list says of it counts again. */
  void withdrawTarget(Indicator before, int version, FiscalYear year) {
    mayChange(before, version);
    before
        .lines()
        .forEach(
            line -> figures.withdrawTarget(before.id(), line.series().id(), year, Figures.BY_HAND));
    log("indicator.target", before.id(), year, "", "–");
  }

  void actual(Indicator before, int version, List<Said<Actual>> said) {
    mayChange(before, version);
    FiscalYear year = said.getFirst().what().year();
    boolean computed =
        before.lines().stream()
            .flatMap(line -> line.actual(year).stream())
            .anyMatch(Actual::isAutomatic);
    if (computed) {
      throw RefusedException.because("goal.refused.automatic");
    }
    for (Said<Actual> one : said) {
      UUID series = indicators.series(before.id(), one.label());
      figures.put(before.id(), series, one.what(), Figures.BY_HAND);
    }
    log("indicator.actual", before.id(), year, actuals(before, year), said(said));
  }

  private static String said(List<Said<Actual>> said) {
    return said.stream().map(one -> said(one.label(), one.what())).collect(Collectors.joining(" "));
  }

  private static String actuals(Indicator before, FiscalYear year) {
    return before.lines().stream()
        .flatMap(line -> line.actual(year).stream().map(one -> said(line.series().label(), one)))
        .collect(Collectors.joining(" "));
  }

  private static String said(String label, Actual actual) {
    return label + (actual.value() == null ? actual.status() : actual.value().toPlainString());
  }

  /** Takes back what was entered by hand as the result of a year. */
  void withdrawActual(Indicator before, int version, FiscalYear year) {
    mayChange(before, version);
    before
        .lines()
        .forEach(
            line -> figures.withdrawActual(before.id(), line.series().id(), year, Figures.BY_HAND));
    log("indicator.actual", before.id(), year, actuals(before, year), "–");
  }

  void comparator(Indicator before, int version, List<Said<ComparatorValue>> said) {
    mayChange(before, version);
    ComparatorValue first = said.getFirst().what();
    String was =
        before.lines().stream()
            .flatMap(line -> line.comparators().stream())
            .filter(one -> one.name().equals(first.name()) && one.asOf().equals(first.asOf()))
            .map(one -> one.value().toPlainString())
            .collect(Collectors.joining(" "));
    for (Said<ComparatorValue> one : said) {
      UUID series = indicators.series(before.id(), one.label());
      figures.put(before.id(), series, one.what(), Figures.BY_HAND);
    }
    String now =
        said.stream()
            .map(one -> one.label() + one.what().value().toPlainString())
            .collect(Collectors.joining(" "));
    log(
        "indicator.comparator",
        before.id(),
        was,
        first.name() + " " + first.asOf().compact() + " " + now);
  }

  private void mayChange(Indicator indicator, int version) {
    keeping.mayChange(indicator).orThrow();
    indicators.touch(indicator.id(), version);
  }

  private void log(String what, IndicatorId id, FiscalYear year, String was, String now) {
    log(what, id, "FY" + year.year() + ": " + (was.isEmpty() ? "–" : was), now);
  }

  private void log(String what, IndicatorId id, String was, String now) {
    audit.changed(what, id.value(), List.of(), was + " → " + now);
  }

  GoalId setUpGoal(@Nullable UUID division, boolean published, Goals.Text text) {
    UUID organization = Acting.organization();
    keeping.may(organization, division).orThrow();
    GoalId id = goals.setUp(organization, division, published, text);
    audit.changed("goal.set-up", id.value(), List.of(), "– → " + text.section());
    return id;
  }

  void keepGoal(
      Goal before,
      int version,
      @Nullable UUID division,
      boolean published,
      boolean ended,
      String text) {
    keeping.mayChange(before).orThrow();
    goals.keep(before.id(), version, division, published, ended, text);
    audit.changed(
        "goal.kept",
        before.id().value(),
        List.of(),
        said(before.division(), before.published(), before.endedOn() != null)
            + " / "
            + before.text()
            + " → "
            + said(division, published, ended)
            + " / "
            + text);
  }

  /** Puts an indicator under a goal; 再掲 where it stands under another one already. */
  void put(Goal goal, IndicatorId indicator) {
    keeping.mayChange(goal).orThrow();
    Optional<Goal> other =
        goals.all(false).stream()
            .filter(one -> !one.id().equals(goal.id()))
            .filter(
                one ->
                    one.members().stream().anyMatch(member -> member.indicator().equals(indicator)))
            .findFirst();
    goals.put(goal.id(), indicator, null, other.isPresent(), null, Figures.BY_HAND);
    audit.changed("goal.indicator", goal.id().value(), List.of(), "– → " + indicator);
  }

  void remove(Goal goal, IndicatorId indicator) {
    keeping.mayChange(goal).orThrow();
    goals.remove(goal.id(), indicator);
    audit.changed("goal.indicator", goal.id().value(), List.of(), indicator + " → –");
  }
}
