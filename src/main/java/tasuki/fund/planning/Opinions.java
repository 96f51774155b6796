package tasuki.fund.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;

/** Opinions of stakeholders about plans: their own words, and the prefecture's answer. */
@Service
@Transactional
public class Opinions {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  Opinions(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** Those that the reader may see: the prefecture all, others their own. */
  @Transactional(readOnly = true)
  public List<Opinion> of(PlanId plan) {
    return jdbc.sql("select * from fund.opinion where plan = ? order by id")
        .param(plan.value())
        .query(
            (row, _) ->
                new Opinion(
                    row.getObject("id", UUID.class),
                    Stakeholder.valueOf(row.getString("stakeholder")),
                    row.getString("speaker"),
                    row.getObject("said_on", LocalDate.class),
                    row.getString("words"),
                    row.getString("response")))
        .list();
  }

  /** Notes what was said. */
  public void say(
      PlanId plan, Stakeholder stakeholder, String speaker, LocalDate on, String words) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into fund.opinion (id, plan, stakeholder, speaker, said_on, words, at)
            values (:id, :plan, :stakeholder, :speaker, :on, :words, :at)
            """)
        .param("id", id)
        .param("plan", plan.value())
        .param("stakeholder", stakeholder.name())
        .param("speaker", speaker)
        .param("on", on)
        .param("words", words)
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed("fund.opinion-given", id, List.of(), stakeholder.name());
  }

  /** Says what was done about it. */
  public void answer(PlanId plan, UUID id, String response) {
    int answered =
        jdbc.sql("update fund.opinion set response = ? where id = ? and plan = ?")
            .params(response, id, plan.value())
            .update();
    if (answered == 0) {
      throw new AbsentException("opinion");
    }
    audit.changed("fund.opinion-answered", id, List.of(), null);
  }
}
