package tasuki.goal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Indicator;
import tasuki.indicator.Trend;
import tasuki.indicator.Verdict;
import tasuki.web.Phrases;

/** How the indicators of a year's plans stand together, and which are off their track. */
@Component
public class OffTrack {

  /**
   * An indicator off its track.
   *
   * @param target what each series wants, and {@code actual} what it has, in words
   */
  public record Line(
      String href,
      String name,
      String charge,
      String target,
      String actual,
      Phrases.Mark verdict,
      String why,
      Phrases.Mark trend) {}

  /**
   * All together.
   *
   * @param year whose plans are looked at: the one asked for
   * @param counts how many were judged in which way
   */
  public record Standing(FiscalYear year, Map<Verdict.Kind, Integer> counts, List<Line> off) {}

  private final IndicatorTable table;
  private final Charge charge;
  private final GoalWords say;

  OffTrack(IndicatorTable table, Charge charge, GoalWords say) {
    this.table = table;
    this.charge = charge;
    this.say = say;
  }

  /**
   * Off its track is what missed its target, and what cannot be judged yet but gets worse.
   *
   * @param division in charge; empty for all
   */
  @Transactional(readOnly = true)
  public Standing of(FiscalYear year, Optional<UUID> division) {
    IndicatorTable.Wanted wanted =
        new IndicatorTable.Wanted(
            Optional.of(year), "", "", Optional.empty(), division, Optional.empty(), false);
    List<IndicatorTable.Row> rows = table.find(wanted).rows();
    Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
    for (IndicatorTable.Row row : rows) {
      Verdict verdict = row.verdict();
      if (verdict != null) {
        counts.merge(verdict.kind(), 1, Integer::sum);
      }
    }
    Charge.Names names = charge.names();
    return new Standing(
        year, counts, rows.stream().flatMap(row -> line(row, year, names).stream()).toList());
  }

  private Optional<Line> line(IndicatorTable.Row row, FiscalYear year, Charge.Names names) {
    Verdict verdict = row.verdict();
    if (verdict == null || !isOff(verdict, row.trend())) {
      return Optional.empty();
    }
    Indicator indicator = row.indicator();
    List<IndicatorTable.Figure> figures =
        indicator.lines().stream().map(one -> table.figure(one, row, year)).toList();
    return Optional.of(
        new Line(
            "/indicators/" + indicator.id(),
            row.definition().name(GoalWords.locale()),
            names.of(indicator.organization(), indicator.division()),
            figures.stream()
                .map(one -> (one.label() + " " + one.target() + " " + one.due()).strip())
                .collect(Collectors.joining("、")),
            figures.stream()
                .map(one -> (one.label() + " " + one.actual() + " " + one.time()).strip())
                .collect(Collectors.joining("、")),
            say.mark(verdict.kind()),
            verdict.reason().said(GoalWords.locale()),
            say.mark(row.trend().kind())));
  }

  private static boolean isOff(Verdict verdict, Trend trend) {
    return verdict.kind() == Verdict.Kind.MISSED
        || verdict.kind() == Verdict.Kind.NOT_YET && trend.kind() == Trend.Kind.WORSENING;
  }
}
