package tasuki.indicator;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/**
 * 指標: what a plan is judged by, with all that is in force of it.
 *
 * @param organization whose it is
 * @param division the division in charge; null where every officer of the organisation is
 * @param area the part of the prefecture it speaks of, as the plan names it
 * @param published whether everybody may see it
 * @param retiredOn since when it is no longer followed; null while it is
 * @param version goes up with each change of the above, against two who change it at once
 * @param definitions by the day from which they count; never empty
 */
public record Indicator(
    IndicatorId id,
    UUID organization,
    @Nullable UUID division,
    String area,
    boolean published,
    @Nullable LocalDate retiredOn,
    int version,
    List<Definition> definitions,
    List<Line> lines) {

  /** A series with all that is in force of it. */
  public record Line(
      Series series,
      List<Target> targets,
      List<Actual> actuals,
      List<ComparatorValue> comparators) {

    /** The target that stands in the plan of the year. */
    public Optional<Target> target(FiscalYear year) {
      return targets.stream().filter(one -> one.year().equals(year)).findFirst();
    }

    /** What stands as the result of the year. */
    public Optional<Actual> actual(FiscalYear year) {
      return actuals.stream().filter(one -> one.year().equals(year)).findFirst();
    }

    /** The latest actual that has a value. */
    public Optional<Actual> latest() {
      return actuals.stream()
          .filter(one -> one.asOf() != null && one.value() != null)
          .max(Comparator.comparing(one -> Objects.requireNonNull(one.asOf())));
    }
  }

  /** The same with other lines. */
  public Indicator with(List<Line> others) {
    return new Indicator(
        id, organization, division, area, published, retiredOn, version, definitions, others);
  }

  /** The definition that counts on the day; before the first one, that. */
  public Definition definition(LocalDate day) {
    return definitions.stream()
        .filter(one -> !one.validFrom().isAfter(day))
        .reduce((_, later) -> later)
        .orElse(definitions.getFirst());
  }

  /** The days from which on values cannot be compared with earlier ones. */
  public List<LocalDate> breaks() {
    return definitions.stream()
        .skip(1)
        .filter(Definition::breaks)
        .map(Definition::validFrom)
        .toList();
  }

  /** The years in whose plans a target stands, the last one first. */
  public List<FiscalYear> targetYears() {
    return lines.stream()
        .flatMap(line -> line.targets().stream())
        .map(Target::year)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The latest year up to this one in whose plan a target stands. */
  public Optional<FiscalYear> targetYear(FiscalYear upTo) {
    return targetYears().stream().filter(year -> year.compareTo(upTo) <= 0).findFirst();
  }

  /** Whether the target of the year was reached; empty where none stands in that year's plan. */
  public Optional<Verdict> verdict(FiscalYear year, LocalDate today) {
    List<Verdicts.Labelled> verdicts =
        lines.stream().flatMap(line -> verdict(line, year, today).stream()).toList();
    return verdicts.isEmpty() ? Optional.empty() : Optional.of(Verdicts.together(verdicts));
  }

  /** The verdict of one series, with its label. */
  public static Optional<Verdicts.Labelled> verdict(Line line, FiscalYear year, LocalDate today) {
    return line.target(year)
        .map(
            target ->
                new Verdicts.Labelled(
                    line.series().label(),
                    Verdicts.of(target, line.actuals(), line.comparators(), today)));
  }

  /** Where it is going, up to the results of the year. */
  public Trend trend(FiscalYear upTo) {
    Direction direction = definition(upTo.lastDay()).direction();
    return Trends.together(
        lines.stream()
            .map(
                line ->
                    Trends.of(
                        direction,
                        line.actuals().stream()
                            .filter(one -> one.year().compareTo(upTo) <= 0)
                            .toList(),
                        breaks()))
            .toList());
  }
}
