package tasuki.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.indicator.Measures;
import tasuki.kernel.Ids;

/** What happened to requests, in its order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestSteps {

  /**
   * Something that happened.
   *
   * @param by name of who did it; null where time did
   * @param concerned name of the organisation that was asked or answered
   */
  record Step(
      StepKind kind,
      @Nullable String by,
      @Nullable String byOrganization,
      @Nullable String concerned,
      @Nullable String words,
      OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Measures measures;

  RequestSteps(JdbcClient jdbc, Ids ids, Clock clock, Measures measures) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.measures = measures;
  }

  void note(
      RequestId request,
      StepKind kind,
      @Nullable OrganizationId concerned,
      @Nullable String words) {
    jdbc.sql(
            """
            insert into matching.step (id, request, kind, concerned, words, at)
            values (:id, :request, :kind, :concerned::uuid, :words, :now)
            """)
        .param("id", ids.next())
        .param("request", request.value())
        .param("kind", kind.name())
        .param("concerned", concerned == null ? null : concerned.value())
        .param("words", words)
        .param("now", OffsetDateTime.now(clock))
        .update();
    // Whatever happens to a request changes what is counted of the month in which it was sent.
    measures.changed(MatchingMeasures.SOURCE, List.of(sentIn(request)));
  }

  private YearMonth sentIn(RequestId request) {
    OffsetDateTime sent =
        jdbc.sql("select sent_at from matching.request where id = ?")
            .param(request.value())
            .query(OffsetDateTime.class)
            .single();
    return YearMonth.from(sent.atZoneSameInstant(JapanTime.ZONE));
  }

  /** All steps, the first one first. */
  List<Step> of(RequestId request) {
    return jdbc.sql(
            """
            select s.kind, s.words, s.at, a.name as by_name, o.name as organization_name,
              c.name as concerned_name
            from matching.step s
            left join identity.account a on a.id = s.account
            left join directory.organization o on o.id = s.organization
            left join directory.organization c on c.id = s.concerned
            where s.request = ? order by s.id
            """)
        .param(request.value())
        .query(
            (row, _) ->
                new Step(
                    StepKind.valueOf(row.getString("kind")),
                    row.getString("by_name"),
                    row.getString("organization_name"),
                    row.getString("concerned_name"),
                    row.getString("words"),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }
}
