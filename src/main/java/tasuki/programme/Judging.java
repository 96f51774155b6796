package tasuki.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.indicator.Indicator;
import tasuki.indicator.IndicatorId;
import tasuki.indicator.Indicators;
import tasuki.kernel.RefusedException;
import tasuki.web.Phrases;

/** By which indicators programmes are judged. */
@Service
@Transactional
public class Judging {

  /** A programme that nothing judges. */
  public record Unjudged(YearId id, String name, String division) {}

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Indicators indicators;

  Judging(JdbcClient jdbc, AuditLog audit, Indicators indicators) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.indicators = indicators;
  }

  /** The indicators of a programme that the reader may see. */
  @Transactional(readOnly = true)
  public List<Indicator> of(ProgrammeId programme) {
    return indicators.of(
        jdbc.sql("select indicator from programme.programme_indicator where programme = ?")
            .param(programme.value())
            .query((row, _) -> new IndicatorId(row.getObject(1, UUID.class)))
            .list());
  }

  /**
   * Judges the programme by the indicator too.
   *
   * @throws RefusedException when there is none such
   */
  public void judge(ProgrammeId programme, IndicatorId indicator) {
    if (indicators.of(List.of(indicator)).isEmpty()) {
      throw RefusedException.because("web.form.choose");
    }
    jdbc.sql(
            """
            insert into programme.programme_indicator (programme, indicator) values (?, ?)
            on conflict do nothing
            """)
        .params(programme.value(), indicator.value())
        .update();
    audit.changed("programme.judged", programme.value(), List.of(), indicator.toString());
  }

  /** Judges the programme by the indicator no more. */
  public void leave(ProgrammeId programme, IndicatorId indicator) {
    jdbc.sql("delete from programme.programme_indicator where programme = ? and indicator = ?")
        .params(programme.value(), indicator.value())
        .update();
    audit.changed("programme.judged-no-more", programme.value(), List.of(), indicator.toString());
  }

  private static final String WITHOUT =
      """
      from programme.year y
      where %s and not exists (
        select from programme.programme_indicator i where i.programme = y.programme)
      """;

  /** The first programmes that no indicator judges, in the order of lists and numbers. */
  @Transactional(readOnly = true)
  public List<Unjudged> without(Scope scope, int most) {
    return jdbc.sql(
            "select y.id, y.name, d.name as division from (select y.* "
                + WITHOUT.formatted(scope.condition())
                + " order by y.edition, y.number limit :most) y"
                + " join identity.division d on d.id = y.division order by y.edition, y.number")
        .params(scope.values())
        .param("most", most)
        .query(
            (row, _) ->
                new Unjudged(
                    new YearId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    row.getString("division")))
        .list();
  }

  /** How many programmes no indicator judges. */
  @Transactional(readOnly = true)
  public int countWithout(Scope scope) {
    return jdbc.sql("select count(*) " + WITHOUT.formatted(scope.condition()))
        .params(scope.values())
        .query(Integer.class)
        .single();
  }

  /** The indicators to choose from, under the names that they have on the day. */
  @Transactional(readOnly = true)
  public List<Phrases.Choice> choices(Locale locale, LocalDate day) {
    return indicators.all(false).stream()
        .map(one -> new Phrases.Choice(one.id().toString(), one.definition(day).name(locale)))
        .toList();
  }
}
