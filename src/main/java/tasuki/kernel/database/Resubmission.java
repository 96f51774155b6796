package tasuki.kernel.database;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Sends events again whose listener failed or was cut off. The only place that does: a restart does
 * not, because another node may be working on them.
 */
@Component
class Resubmission {

  private static final Duration LONGEST_LISTENER = Duration.ofMinutes(2);

  private final IncompleteEventPublications incomplete;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Resubmission(
      IncompleteEventPublications incomplete,
      JdbcClient jdbc,
      PlatformTransactionManager transactionManager) {
    this.incomplete = incomplete;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void resubmit() {
    Acting.run(
        new Actor.Job("resubmit"), () -> transaction.executeWithoutResult(_ -> resubmitAlone()));
  }

  private void resubmitAlone() {
    boolean alone =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('kernel.event_publication'))")
            .query(Boolean.class)
            .single();
    if (alone) {
      incomplete.resubmitIncompletePublicationsOlderThan(LONGEST_LISTENER);
    }
  }
}
