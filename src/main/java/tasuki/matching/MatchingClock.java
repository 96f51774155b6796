package tasuki.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Moves sequences on when the time to answer is over, and tells more people of what nobody took on.
 * Each request in a transaction of its own; of several nodes the first one does it.
 */
@Component
class MatchingClock {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final HelpRequests requests;
  private final RequestKinds kinds;
  private final Answering answering;
  private final RequestSteps steps;
  private final MatchingNotices told;
  private final Organizations organizations;
  private final TransactionTemplate transaction;

  MatchingClock(
      JdbcClient jdbc,
      Clock clock,
      HelpRequests requests,
      RequestKinds kinds,
      Answering answering,
      RequestSteps steps,
      MatchingNotices told,
      Organizations organizations,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.requests = requests;
    this.kinds = kinds;
    this.answering = answering;
    this.steps = steps;
    this.told = told;
    this.organizations = organizations;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 2_000, initialDelay = 10_000)
  void tick() {
    Acting.run(
        new Actor.Job("matching"),
        () -> {
          due("""
                  select distinct request from matching.hand
                  where state = 'OFFERED' and due_at <= ?
                  """)
              .forEach(id -> transaction.executeWithoutResult(_ -> lapse(new RequestId(id))));
          due("""
                  select id from matching.request where escalates_at <= ?
                    and state in ('WAITING', 'OPEN') and escalated_at is null
                  """)
              .forEach(id -> transaction.executeWithoutResult(_ -> escalate(new RequestId(id))));
        });
  }

  private List<UUID> due(String sql) {
    List<UUID> found =
        transaction.execute(_ -> jdbc.sql(sql).param(now()).query(UUID.class).list());
    return found == null ? List.of() : found;
  }

  private void lapse(RequestId id) {
    jdbc.sql("select 1 from matching.request where id = ? for update")
        .param(id.value())
        .query((_, _) -> true)
        .single();
    List<OrganizationId> late =
        jdbc.sql(
                """
                update matching.hand set state = 'LAPSED'
                where request = ? and state = 'OFFERED' and due_at <= ? returning organization
                """)
            .params(id.value(), now())
            .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
            .list();
    if (!late.isEmpty()) {
      late.forEach(one -> steps.note(id, StepKind.LAPSED, one, null));
      answering.moveOn(requests.get(id));
    }
  }

  private void escalate(RequestId id) {
    int first =
        jdbc.sql(
                """
                update matching.request set escalated_at = ?
                where id = ? and state in ('WAITING', 'OPEN') and escalated_at is null
                """)
            .params(now(), id.value())
            .update();
    if (first == 1) {
      HelpRequest request = requests.get(id);
      boolean further = kinds.version(request.version()).says().toPrefecture();
      steps.note(id, StepKind.ESCALATED, null, null);
      told.escalated(request, further ? prefecture() : List.of());
    }
  }

  private List<OrganizationId> prefecture() {
    return organizations
        .ofKinds(List.of(OrganizationKind.PREFECTURE), JapanTime.today(clock))
        .stream()
        .map(Organization::id)
        .toList();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
