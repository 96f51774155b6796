package tasuki.goal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tasuki.audit.AuditLog;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.Figures;
import tasuki.indicator.Goal;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.NewIndicator;
import tasuki.table.ListChanges;

/** Writes what a list says of an indicator beside what people entered, and takes it back. */
@Component
class ListProjection {

  private static final UUID NEW = new UUID(0, 0);

  private final Indicators indicators;
  private final Figures figures;
  private final Goals goals;
  private final AuditLog audit;

  ListProjection(Indicators indicators, Figures figures, Goals goals, AuditLog audit) {
    this.indicators = indicators;
    this.figures = figures;
    this.goals = goals;
    this.audit = audit;
  }

  /** One row of the list, new, different or gone. */
  void project(UUID organization, ListChanges.Change change) {
    Statement before = read(organization, change.before());
    Statement after = read(organization, change.after());
    Statement any = Objects.requireNonNull(after == null ? before : after);
    Optional<Indicator> known = indicators.named(organization, any.area(), any.indicator());
    known.ifPresent(one -> figures.withdrawAll(one.id(), change.key()));
    goals.removeOf(change.key());
    IndicatorId id =
        after == null
            ? known.map(Indicator::id).orElse(null)
            : bring(organization, after, known, change.key());
    if (id != null) {
      follow(id);
      audit.changed(
          "indicator.listed",
          id.value(),
          List.of(),
          printed(change.before()) + " → " + printed(change.after()));
    }
  }

  private @Nullable Statement read(UUID organization, @Nullable String content) {
    if (content == null) {
      return null;
    }
    PrintedRow row = PrintedRow.of(content);
    Direction direction =
        indicators
            .named(organization, StatementReader.area(row), StatementReader.name(row))
            .map(one -> one.definitions().getLast().direction())
            .orElse(null);
    return new StatementReader(row, direction, (_, _, _) -> {}).read().orElseThrow();
  }

  private IndicatorId bring(
      UUID organization, Statement said, Optional<Indicator> known, String origin) {
    IndicatorId id = known.map(Indicator::id).orElseGet(() -> setUp(organization, said));
    if (!said.repost()) {
      for (Statement.Line line : said.lines()) {
        UUID series = indicators.series(id, line.label());
        line.targets().forEach(one -> figures.put(id, series, one, origin));
        line.actuals().forEach(one -> figures.put(id, series, one, origin));
        line.comparators().forEach(one -> figures.put(id, series, one, origin));
      }
    }
    goals.put(goal(organization, said), id, said.place(), said.repost(), said.note(), origin);
    return id;
  }

  private IndicatorId setUp(UUID organization, Statement said) {
    return indicators.setUp(
        new NewIndicator(organization, null, said.area(), false),
        new Definition(
            NEW,
            said.year().firstDay(),
            said.indicator(),
            "",
            said.definition(),
            said.unit(),
            Objects.requireNonNull(said.direction()),
            said.decimals(),
            said.source(),
            false,
            null),
        said.lines().stream().map(Statement.Line::label).toList());
  }

  private GoalId goal(UUID organization, Statement said) {
    return goals
        .standing(organization, said.plan(), said.area(), said.section())
        .map(Goal::id)
        .orElseGet(
            () ->
                goals.setUp(
                    organization,
                    null,
                    false,
                    new Goals.Text(said.plan(), said.area(), said.section(), said.goal())));
  }

  /** An indicator of which nothing is left is retired, and followed again when a list brings it. */
  private void follow(IndicatorId id) {
    Indicator now = indicators.get(id);
    boolean retired = !figures.any(id);
    if (retired != (now.retiredOn() != null)) {
      indicators.keep(id, now.version(), now.division(), now.published(), retired);
    }
  }

  private static String printed(@Nullable String content) {
    if (content == null) {
      return "–";
    }
    PrintedRow row = PrintedRow.of(content);
    return "%s: %s / %s".formatted(row.get("year"), row.get("target"), row.get("actual"));
  }
}
