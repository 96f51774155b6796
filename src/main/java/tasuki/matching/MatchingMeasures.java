package tasuki.matching;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.indicator.MeasureDefinition;
import tasuki.indicator.MeasureId;
import tasuki.indicator.MeasureRow;
import tasuki.indicator.MeasureSource;

/**
 * Publishes what became of requests, counted in the month in which they were sent and where help
 * was wanted, by kind of request.
 */
@Component
class MatchingMeasures implements MeasureSource {

  static final String SOURCE = "matching";
  static final String KIND = "kind";
  static final String REASON = "reason";

  /** What is counted of each request: by how much the numerator and the denominator grow. */
  private enum Count {
    /** Requests for which somebody was found, of all that were sent. */
    MATCHED("count(*) filter (where r.matched_at is not null)", "count(*)"),
    /** Hours from sending until somebody was found, of those for which somebody was. */
    HOURS(
        "coalesce(round(sum(extract(epoch from r.matched_at - r.sent_at)) / 3600), 0)",
        "count(*) filter (where r.matched_at is not null)"),
    /** Hands that were raised, of all requests that were offered. */
    HANDS(
        """
        coalesce(sum((select count(*) from matching.hand h where h.request = r.id
          and h.answered_at is not null and h.state <> 'DECLINED')), 0)
        """,
        "count(*) filter (where r.opened_at is not null)"),
    /** Answers, late ones included, of all who were asked. */
    ANSWERED(
        """
        coalesce(sum((select count(*) from matching.hand h where h.request = r.id
          and h.answered_at is not null)), 0)
        """,
        """
        coalesce(sum((select count(*) from matching.hand h where h.request = r.id
          and h.offered_at is not null)), 0)
        """);

    private final String numerator;
    private final String denominator;

    Count(String numerator, String denominator) {
      this.numerator = numerator;
      this.denominator = denominator;
    }

    MeasureId id() {
      return new MeasureId(SOURCE + "." + name().toLowerCase(Locale.ROOT));
    }

    String sql() {
      return """
          select r.base_unit, r.kind, %s as done, %s as counted
          from matching.request r where r.sent_at >= ? and r.sent_at < ?
          group by r.base_unit, r.kind
          """
          .formatted(numerator, denominator);
    }
  }

  private static final MeasureId DECLINED = new MeasureId(SOURCE + ".declined");

  private final JdbcClient jdbc;
  private final MessageSource messages;

  MatchingMeasures(JdbcClient jdbc, MessageSource messages) {
    this.jdbc = jdbc;
    this.messages = messages;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Collection<MeasureDefinition> measures() {
    List<MeasureDefinition> all = new ArrayList<>();
    for (Count count : Count.values()) {
      all.add(definition(count.id(), Set.of(KIND)));
    }
    all.add(definition(DECLINED, Set.of(KIND, REASON)));
    return all;
  }

  private MeasureDefinition definition(MeasureId id, Set<String> breakdowns) {
    String key = "matching.measure." + id.value().substring(SOURCE.length() + 1);
    return new MeasureDefinition(
        id,
        messages.getMessage(key, null, Locale.JAPANESE),
        messages.getMessage(key, null, Locale.ENGLISH),
        "matching.measure.unit",
        MeasureDefinition.Kind.EVENT,
        breakdowns);
  }

  @Override
  public Map<MeasureId, List<MeasureRow>> count(YearMonth month) {
    Map<MeasureId, List<MeasureRow>> rows = new HashMap<>();
    for (Count count : Count.values()) {
      rows.put(count.id(), count(count, month));
    }
    rows.put(DECLINED, declined(month));
    return rows;
  }

  private List<MeasureRow> count(Count count, YearMonth month) {
    return jdbc.sql(count.sql())
        .params(bounds(month))
        .query(
            (row, _) ->
                new MeasureRow(
                    row.getString("base_unit"),
                    Map.of(KIND, row.getString("kind")),
                    row.getLong("done"),
                    row.getLong("counted")))
        .list();
  }

  /** Of those who declined, how many for each reason. */
  private List<MeasureRow> declined(YearMonth month) {
    return jdbc.sql(
            """
            select r.base_unit, r.kind, h.reason, count(*) as done,
              sum(count(*)) over (partition by r.base_unit, r.kind) as counted
            from matching.request r join matching.hand h on h.request = r.id
            where r.sent_at >= ? and r.sent_at < ? and h.state = 'DECLINED'
            group by r.base_unit, r.kind, h.reason
            """)
        .params(bounds(month))
        .query(
            (row, _) ->
                new MeasureRow(
                    row.getString("base_unit"),
                    Map.of(KIND, row.getString("kind"), REASON, row.getString("reason")),
                    row.getLong("done"),
                    row.getLong("counted")))
        .list();
  }

  private static List<Object> bounds(YearMonth month) {
    return List.of(
        month.atDay(1).atStartOfDay(JapanTime.ZONE).toOffsetDateTime(),
        month.plusMonths(1).atDay(1).atStartOfDay(JapanTime.ZONE).toOffsetDateTime());
  }
}
