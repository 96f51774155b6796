package tasuki.sample;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.calendar.FiscalYear;
import tasuki.identity.Division;
import tasuki.identity.Divisions;
import tasuki.indicator.Actual;
import tasuki.indicator.AsOf;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Definition;
import tasuki.indicator.Direction;
import tasuki.indicator.Figures;
import tasuki.indicator.Formula;
import tasuki.indicator.GoalId;
import tasuki.indicator.Goals;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.indicator.MeasureId;
import tasuki.indicator.NewIndicator;
import tasuki.indicator.Printed;
import tasuki.indicator.Target;

/** The goals of the prefecture's plan and the indicators by which they are judged. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleIndicators {

  private static final String PLAN = "第8次みほん県保健医療計画";
  private static final String WHOLE = "全県";
  private static final UUID NEW = new UUID(0, 0);
  private static final Pattern TIME = Pattern.compile("(fye|fy|cy|me\\d+|m\\d+)([+-]\\d)?");
  private static final int DEFINED_YEARS_AGO = 6;

  private final Indicators indicators;
  private final Figures figures;
  private final Goals goals;
  private final Divisions divisions;
  private final SampleKeys keys;

  SampleIndicators(
      Indicators indicators, Figures figures, Goals goals, Divisions divisions, SampleKeys keys) {
    this.indicators = indicators;
    this.figures = figures;
    this.goals = goals;
    this.divisions = divisions;
    this.keys = keys;
  }

  /** Enters all of it as the acting officer, seen from the running fiscal year. */
  void enter(FiscalYear now) {
    UUID prefecture = keys.organization("prefecture").value();
    Map<String, UUID> charge =
        divisions.of(keys.organization("prefecture")).stream()
            .collect(Collectors.toMap(Division::name, one -> one.id().value()));
    Map<String, GoalId> sections = new HashMap<>();
    for (SampleRow row : SampleRow.all("goals")) {
      Goals.Text text = new Goals.Text(PLAN, WHOLE, row.get("section"), row.get("text"));
      UUID division = charge.get(row.get("division"));
      sections.put(row.get("key"), goals.setUp(prefecture, division, true, text));
    }
    Map<String, Sample> known = new HashMap<>();
    for (SampleRow row : SampleRow.all("indicators")) {
      Sample sample = indicator(row, prefecture, charge.get(row.get("division")), now);
      known.put(row.get("key"), sample);
      boolean repost = false;
      for (String goal : row.parts("goals", ";")) {
        goals.put(
            Objects.requireNonNull(sections.get(goal)),
            sample.id(),
            null,
            repost,
            null,
            Figures.BY_HAND);
        repost = true;
      }
    }
    SampleRow.all("indicator-figures")
        .forEach(row -> figures(row, Objects.requireNonNull(known.get(row.get("key"))), now));
  }

  private record Sample(IndicatorId id, Direction direction, List<String> labels) {}

  private Sample indicator(
      SampleRow row, UUID prefecture, @Nullable UUID division, FiscalYear now) {
    Direction direction = Direction.valueOf(row.get("direction"));
    Formula formula =
        row.find("measure")
            .map(one -> new Formula(new MeasureId(one), null, BigDecimal.valueOf(100)))
            .orElse(null);
    Definition definition =
        new Definition(
            NEW,
            new FiscalYear(now.year() - DEFINED_YEARS_AGO).firstDay(),
            row.get("name"),
            row.get("name_en"),
            row.get("text"),
            row.get("unit"),
            direction,
            row.number("decimals"),
            row.get("source"),
            false,
            formula);
    List<String> labels = row.get("labels").isEmpty() ? List.of("") : row.parts("labels", ";");
    NewIndicator wanted =
        new NewIndicator(prefecture, division, row.get("area"), row.yes("published"));
    return new Sample(indicators.setUp(wanted, definition, labels), direction, labels);
  }

  private void figures(SampleRow row, Sample sample, FiscalYear now) {
    FiscalYear year = new FiscalYear(now.year() + row.number("year"));
    for (String label : sample.labels()) {
      UUID series = indicators.series(sample.id(), label);
      if (!row.get("target").isEmpty()) {
        Target target =
            new Target(
                NEW,
                PLAN,
                year,
                time(row.get("due"), year),
                Printed.wanted(part(row.get("target"), label), sample.direction())
                    .orElseThrow()
                    .aim(),
                row.get("target"),
                null);
        figures.put(sample.id(), series, target, Figures.BY_HAND);
      }
      row.find("status")
          .ifPresent(
              status ->
                  figures.put(
                      sample.id(),
                      series,
                      actual(row, label, year, Actual.Status.valueOf(status)),
                      Figures.BY_HAND));
      for (ComparatorValue one : comparators(row, year)) {
        figures.put(sample.id(), series, one, Figures.BY_HAND);
      }
    }
  }

  private static String part(String printed, String label) {
    return Printed.parts(printed).orElseThrow().stream()
        .filter(one -> one.label().equals(label))
        .map(Printed.Part::body)
        .findFirst()
        .orElseThrow();
  }

  private static Actual actual(SampleRow row, String label, FiscalYear year, Actual.Status status) {
    return new Actual(
        null,
        year,
        status.hasValue() ? time(row.get("time"), year) : null,
        status.hasValue()
            ? Printed.measured(part(row.get("actual"), label)).orElseThrow().value()
            : null,
        status,
        row.find("expected").map(one -> time(one, year)).orElse(null),
        row.get("actual"),
        null,
        null,
        false);
  }

  private static List<ComparatorValue> comparators(SampleRow row, FiscalYear year) {
    List<ComparatorValue> values = new ArrayList<>();
    row.find("comparator")
        .ifPresent(
            said -> {
              String[] parts = said.split(" ");
              values.add(
                  new ComparatorValue(
                      NEW,
                      parts[0],
                      AsOf.fiscalYear(year),
                      Printed.measured(parts[1]).orElseThrow().value(),
                      null));
            });
    return values;
  }

  /** A time seen from a fiscal year: {@code fye+3} is the end of the third one after it. */
  private static AsOf time(String said, FiscalYear from) {
    Matcher time = TIME.matcher(said);
    if (!time.matches()) {
      throw new IllegalStateException("The sample has no time " + said);
    }
    int offset = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
    FiscalYear year = new FiscalYear(from.year() + offset);
    String kind = time.group(1);
    return switch (kind) {
      case "fy" -> AsOf.fiscalYear(year);
      case "fye" -> AsOf.fiscalYearEnd(year);
      case "cy" -> AsOf.calendarYear(year.year());
      default ->
          kind.startsWith("me")
              ? AsOf.monthEnd(month(year, kind.substring(2)))
              : AsOf.month(month(year, kind.substring(1)));
    };
  }

  /** The month of that number within the fiscal year. */
  private static YearMonth month(FiscalYear year, String number) {
    return year.months().stream()
        .filter(one -> one.getMonthValue() == Integer.parseInt(number))
        .findFirst()
        .orElseThrow();
  }
}
