package tasuki.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.kernel.Ids;

/**
 * Writes targets, actuals and comparators. Nothing is changed: what is put again is a newer
 * version, and what is withdrawn uncovers what another origin says.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Figures {

  /** The origin of what a person typed. */
  public static final String BY_HAND = "";

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Figures(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Puts a target of a series, in the place of what the origin said of the same year. */
  public void put(IndicatorId indicator, UUID series, Target target, String origin) {
    JdbcClient.StatementSpec insert =
        jdbc.sql(
                """
                insert into indicator.target (id, indicator, series, plan, year, precision, due,
                  relation, value, upper, comparator, printed, note, origin, at)
                values (:id, :indicator, :series, :plan, :year, :precision, :due, :relation,
                  :value::numeric, :upper::numeric, :comparator, :printed, :note, :origin, :at)
                """)
            .param("id", ids.next())
            .param("indicator", indicator.value())
            .param("series", series)
            .param("plan", target.plan())
            .param("year", target.year().year())
            .param("precision", target.due().precision().name())
            .param("due", target.due().day())
            .param("printed", target.printed())
            .param("note", target.note())
            .param("origin", origin)
            .param("at", OffsetDateTime.now(clock));
    switch (target.aim()) {
      case Aim.Bound(Relation relation, BigDecimal value) ->
          aim(insert, relation.name(), value, null, null);
      case Aim.Range(BigDecimal low, BigDecimal high) -> aim(insert, "WITHIN", low, high, null);
      case Aim.Compared(Relation relation, String name) ->
          aim(insert, relation.name(), null, null, name);
    }
  }

  private static void aim(
      JdbcClient.StatementSpec insert,
      String relation,
      @Nullable BigDecimal value,
      @Nullable BigDecimal upper,
      @Nullable String comparator) {
    insert
        .param("relation", relation)
        .param("value", value)
        .param("upper", upper)
        .param("comparator", comparator)
        .update();
  }

  /** Puts an actual of a series, in the place of what the origin said of the same year. */
  public void put(IndicatorId indicator, UUID series, Actual actual, String origin) {
    AsOf asOf = actual.asOf();
    AsOf expected = actual.expected();
    jdbc.sql(
            """
            insert into indicator.actual (id, indicator, series, year, precision, as_of, value,
              status, expected_precision, expected, printed, source, note, baseline, origin, at)
            values (:id, :indicator, :series, :year, :precision, :asOf::date, :value::numeric,
              :status, :expectedPrecision, :expected::date, :printed, :source, :note, :baseline,
              :origin, :at)
            """)
        .param("id", ids.next())
        .param("indicator", indicator.value())
        .param("series", series)
        .param("year", actual.year().year())
        .param("precision", asOf == null ? null : asOf.precision().name())
        .param("asOf", asOf == null ? null : asOf.day())
        .param("value", actual.value())
        .param("status", actual.status().name())
        .param("expectedPrecision", expected == null ? null : expected.precision().name())
        .param("expected", expected == null ? null : expected.day())
        .param("printed", actual.printed())
        .param("source", actual.source())
        .param("note", actual.note())
        .param("baseline", actual.baseline())
        .param("origin", origin)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Puts the value of a comparator, in the place of what the origin said of the same time. */
  public void put(IndicatorId indicator, UUID series, ComparatorValue value, String origin) {
    comparator(indicator, series, value, origin, false);
  }

  private void comparator(
      IndicatorId indicator, UUID series, ComparatorValue value, String origin, boolean withdrawn) {
    jdbc.sql(
            """
            insert into indicator.comparator (id, indicator, series, name, precision, as_of, value,
              source, origin, withdrawn, at)
            values (:id, :indicator, :series, :name, :precision, :asOf, :value, :source, :origin,
              :withdrawn, :at)
            """)
        .param("id", ids.next())
        .param("indicator", indicator.value())
        .param("series", series)
        .param("name", value.name())
        .param("precision", value.asOf().precision().name())
        .param("asOf", value.asOf().day())
        .param("value", value.value())
        .param("source", value.source())
        .param("origin", origin)
        .param("withdrawn", withdrawn)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Takes back the origin's target of a year. */
  public void withdrawTarget(IndicatorId indicator, UUID series, FiscalYear year, String origin) {
    jdbc.sql(
            """
            insert into indicator.target (id, indicator, series, plan, year, printed, origin,
              withdrawn, at)
            values (:id, :indicator, :series, '', :year, '', :origin, true, :at)
            """)
        .param("id", ids.next())
        .param("indicator", indicator.value())
        .param("series", series)
        .param("year", year.year())
        .param("origin", origin)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Takes back the origin's actual of a year. */
  public void withdrawActual(IndicatorId indicator, UUID series, FiscalYear year, String origin) {
    jdbc.sql(
            """
            insert into indicator.actual (id, indicator, series, year, status, printed, origin,
              withdrawn, at)
            values (:id, :indicator, :series, :year, 'PENDING', '', :origin, true, :at)
            """)
        .param("id", ids.next())
        .param("indicator", indicator.value())
        .param("series", series)
        .param("year", year.year())
        .param("origin", origin)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Takes back everything that an origin says of an indicator. */
  public void withdrawAll(IndicatorId indicator, String origin) {
    years("target", indicator, origin)
        .forEach(one -> withdrawTarget(indicator, one.series(), one.year(), origin));
    years("actual", indicator, origin)
        .forEach(one -> withdrawActual(indicator, one.series(), one.year(), origin));
    record Said(UUID series, ComparatorValue value) {}
    jdbc.sql(
            """
            select distinct on (series, name, precision, as_of) * from indicator.comparator
            where indicator = ? and origin = ?
            order by series, name, precision, as_of, at desc, id desc
            """)
        .params(indicator.value(), origin)
        .query(
            (row, number) ->
                new Said(
                    row.getObject("series", UUID.class), IndicatorRows.comparator(row, number)))
        .list()
        .forEach(one -> comparator(indicator, one.series(), one.value(), origin, true));
  }

  private record Said(UUID series, FiscalYear year) {}

  private List<Said> years(String figure, IndicatorId indicator, String origin) {
    return jdbc.sql(
            """
            select distinct series, year from indicator.%s where indicator = ? and origin = ?
            """
                .formatted(figure))
        .params(indicator.value(), origin)
        .query(
            (row, _) ->
                new Said(row.getObject("series", UUID.class), new FiscalYear(row.getInt("year"))))
        .list();
  }

  /** Whether anything but withdrawals stands of the indicator. */
  @Transactional(readOnly = true)
  public boolean any(IndicatorId indicator) {
    return jdbc.sql(
            """
            select exists (select from indicator.target_in_force where indicator = :id)
              or exists (select from indicator.actual_in_force where indicator = :id)
            """)
        .param("id", indicator.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * A version of an actual, also one that no longer counts.
   *
   * @param by the account that wrote it; null for a job
   */
  public record Version(
      String label, FiscalYear year, @Nullable Actual actual, @Nullable UUID by, LocalDate on) {}

  /** What was ever said of the actuals, newest first. */
  @Transactional(readOnly = true)
  public List<Version> versions(IndicatorId indicator) {
    return jdbc.sql(
            """
            select a.*, s.label, (a.at at time zone 'Asia/Tokyo')::date as said_on
            from indicator.actual a join indicator.series s on s.id = a.series
            where a.indicator = ? order by a.at desc, a.id desc
            """)
        .param(indicator.value())
        .query(
            (row, number) ->
                new Version(
                    row.getString("label"),
                    new FiscalYear(row.getInt("year")),
                    row.getBoolean("withdrawn") ? null : IndicatorRows.actual(row, number),
                    row.getObject("account", UUID.class),
                    row.getObject("said_on", LocalDate.class)))
        .list();
  }
}
