package tasuki.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.area.AreaId;
import tools.jackson.databind.json.JsonMapper;

/** The counts of all instruments, to be summed for any area on any date. */
@Service
@Transactional
public class Measures {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;
  private final ObjectProvider<MeasureSource> sources;

  Measures(JdbcClient jdbc, ObjectProvider<MeasureSource> sources) {
    this.jdbc = jdbc;
    this.sources = sources;
  }

  /** Every measure of every instrument. */
  public List<MeasureDefinition> all() {
    return sources.orderedStream().flatMap(source -> source.measures().stream()).toList();
  }

  /** Notes, in the running transaction, that a month of a source has to be counted again. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(String source, Collection<YearMonth> months) {
    for (YearMonth month : new TreeSet<>(months)) {
      jdbc.sql("insert into indicator.mark (source, month) values (?, ?)")
          .params(source, month.atDay(1))
          .update();
    }
  }

  /** Whether none of the source's months is still to be counted again. */
  @Transactional(readOnly = true)
  public boolean isCounted(String source, YearMonth first, YearMonth last) {
    return jdbc.sql(
            """
            select not exists (select from indicator.mark
              where source = ? and month between ? and ?)
            """)
        .params(source, first.atDay(1), last.atDay(1))
        .query(Boolean.class)
        .single();
  }

  /** Puts these rows in the place of all that the measure had in the month. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void replace(MeasureId measure, YearMonth month, Collection<MeasureRow> rows) {
    jdbc.sql("delete from indicator.value where measure = ? and month = ?")
        .params(measure.value(), month.atDay(1))
        .update();
    jdbc.sql(
            """
            insert into indicator.value (measure, month, base_unit, breakdown, numerator,
              denominator)
            select :measure, :month, unit, breakdown::jsonb, sum(numerator), sum(denominator)
            from unnest(:units::text[], :breakdowns::text[], :numerators::bigint[],
              :denominators::bigint[]) as row (unit, breakdown, numerator, denominator)
            group by unit, breakdown::jsonb
            """)
        .param("measure", measure.value())
        .param("month", month.atDay(1))
        .param("units", rows.stream().map(MeasureRow::baseUnit).toArray(String[]::new))
        .param("breakdowns", rows.stream().map(row -> json(row.breakdown())).toArray(String[]::new))
        .param("numerators", rows.stream().map(MeasureRow::numerator).toArray(Long[]::new))
        .param("denominators", rows.stream().map(MeasureRow::denominator).toArray(Long[]::new))
        .update();
  }

  private static String json(Map<String, String> breakdown) {
    return JSON.writeValueAsString(new TreeMap<>(breakdown));
  }

  /**
   * The sums of an area, over the base units it consists of on the date.
   *
   * @param area of any kind; null for everything that was counted, wherever it lies
   * @param by the breakdown keys to keep apart
   */
  @Transactional(readOnly = true)
  public List<MeasureSum> of(
      MeasureId measure,
      @Nullable AreaId area,
      LocalDate date,
      YearMonth first,
      YearMonth last,
      Set<String> by) {
    Map<List<Object>, long[]> sums = new HashMap<>();
    jdbc.sql(
            """
            select month, breakdown::text as breakdown, sum(numerator) as numerator,
              sum(denominator) as denominator
            from indicator.value
            where measure = :measure and month between :first and :last
              and (:area::uuid is null or base_unit in (
                select part.base_unit from area.part part
                where part.area = :area::uuid and part.valid_from <= :date
                  and (part.valid_until is null or part.valid_until > :date)))
            group by month, breakdown
            """)
        .param("measure", measure.value())
        .param("first", first.atDay(1))
        .param("last", last.atDay(1))
        .param("area", area == null ? null : area.value())
        .param("date", date)
        .query((row, _) -> add(sums, row, by))
        .list();
    List<MeasureSum> answer = new ArrayList<>();
    sums.forEach(
        (key, sum) ->
            answer.add(new MeasureSum((YearMonth) key.get(0), map(key.get(1)), sum[0], sum[1])));
    answer.sort(
        java.util.Comparator.comparing(MeasureSum::month).thenComparing(s -> "" + s.breakdown()));
    return answer;
  }

  private static boolean add(Map<List<Object>, long[]> sums, ResultSet row, Set<String> by)
      throws SQLException {
    Map<String, String> kept = new TreeMap<>(map(JSON.readValue(row.getString(2), Map.class)));
    kept.keySet().retainAll(by);
    YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
    long[] sum = sums.computeIfAbsent(List.of(month, kept), _ -> new long[2]);
    sum[0] += row.getLong("numerator");
    sum[1] += row.getLong("denominator");
    return true;
  }

  private static Map<String, String> map(Object json) {
    Map<String, String> map = new TreeMap<>();
    ((Map<?, ?>) json).forEach((key, value) -> map.put("" + key, Objects.toString(value)));
    return map;
  }
}
