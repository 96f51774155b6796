package tasuki.transition.rate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.area.AreaKind;
import tasuki.indicator.MeasureDefinition;
import tasuki.indicator.MeasureId;
import tasuki.indicator.MeasureRow;
import tasuki.indicator.MeasureSource;

/**
 * Publishes the rates as counts per month and base unit, by the prefecture's own way of counting.
 */
@Component
class RateMeasures implements MeasureSource {

  static final String SOURCE = "transition";
  static final String GROUP = "group";

  private final JdbcClient jdbc;
  private final Standards standards;
  private final MessageSource messages;

  RateMeasures(JdbcClient jdbc, Standards standards, MessageSource messages) {
    this.jdbc = jdbc;
    this.standards = standards;
    this.messages = messages;
  }

  static MeasureId id(Rate rate) {
    return new MeasureId(SOURCE + "." + rate.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Collection<MeasureDefinition> measures() {
    return Arrays.stream(Rate.values())
        .map(
            rate ->
                new MeasureDefinition(
                    id(rate),
                    messages.getMessage("rate.name." + rate, null, Locale.JAPANESE),
                    messages.getMessage("rate.name." + rate, null, Locale.ENGLISH),
                    "rate.unit",
                    MeasureDefinition.Kind.EVENT,
                    Set.of(GROUP)))
        .toList();
  }

  @Override
  public Map<MeasureId, List<MeasureRow>> count(YearMonth month) {
    Standard standard = standards.ofPrefecture();
    Map<MeasureId, List<MeasureRow>> rows = new HashMap<>();
    for (Rate rate : Rate.values()) {
      rows.put(id(rate), count(rate, standard, month));
    }
    return rows;
  }

  private List<MeasureRow> count(Rate rate, Standard standard, YearMonth month) {
    RateQuery query =
        new RateQuery(
            rate,
            standard,
            AreaKind.MUNICIPALITY,
            LocalDate.EPOCH,
            RateQuery.Side.HOME,
            month,
            month,
            RateQuery.Group.CERTIFIED,
            RateQuery.Where.ANYWHERE,
            null,
            null);
    return jdbc.sql(
            """
            select coalesce(f.home_unit, '') as unit, %s as care_group, count(*) as counted,
              count(*) filter (where %s) as done
            from transition.fact f where %s group by 1, 2
            """
                .formatted(rate.group(), query.hit(), query.conditions()))
        .params(query.values())
        .query(
            (row, _) ->
                new MeasureRow(
                    row.getString("unit"),
                    Map.of(GROUP, row.getString("care_group")),
                    row.getLong("done"),
                    row.getLong("counted")))
        .list();
  }
}
