package tasuki.equipment;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Ids;

/** The history of things: what happened, by whom, and how a thing was found. It only grows. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Steps {

  static final int MOST = 100;

  /** Something that happened to a thing. */
  record Step(
      StepKind kind,
      @Nullable Condition condition,
      @Nullable String note,
      String organization,
      String account,
      OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  Steps(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  void write(
      ThingId thing,
      @Nullable LoanId loan,
      StepKind kind,
      @Nullable Condition condition,
      @Nullable String note) {
    jdbc.sql(
            """
            insert into equipment.step (id, thing, loan, kind, state_of_thing, note, at)
            values (:id, :thing, :loan::uuid, :kind, :condition, :note, :at)
            """)
        .param("id", ids.next())
        .param("thing", thing.value())
        .param("loan", loan == null ? null : loan.value())
        .param("kind", kind.name())
        .param("condition", condition == null ? null : condition.name())
        .param("note", note)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** What happened to the thing, the newest first, as far as the acting organisation may know. */
  List<Step> of(ThingId thing) {
    return list("step.thing = ? order by step.id desc", thing.value());
  }

  /** What happened in the loan, in its order. */
  List<Step> of(LoanId loan) {
    return list("step.loan = ? order by step.id", loan.value());
  }

  private List<Step> list(String condition, UUID id) {
    return jdbc.sql(
            """
            select step.*, organization.name as organization_name, account.name as account_name
            from equipment.step step
            join directory.organization organization on organization.id = step.organization
            join identity.account account on account.id = step.account
            where %s limit %d
            """
                .formatted(condition, MOST))
        .param(id)
        .query(
            (row, _) -> {
              String found = row.getString("state_of_thing");
              return new Step(
                  StepKind.valueOf(row.getString("kind")),
                  found == null ? null : Condition.valueOf(found),
                  row.getString("note"),
                  row.getString("organization_name"),
                  row.getString("account_name"),
                  row.getObject("at", OffsetDateTime.class)
                      .atZoneSameInstant(JapanTime.ZONE)
                      .toOffsetDateTime());
            })
        .list();
  }
}
