package tasuki.audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Seals the log every second: a digest over all rows of finished transactions and over the seal
 * before. Rows stay unchained, so writers never wait for each other; the seals are the chain.
 */
@Component
class Sealer {

  /** Only one node seals at a time; another that comes meanwhile simply has nothing to do. */
  private static final String SEAL =
      """
      with last as (
        select coalesce(max(number), 0) as number,
               coalesce(max(written_until::text::numeric), 0)::text::xid8 as until
        from audit.seal),
      span as (
        select last.number + 1 as number, last.until as written_from,
               pg_snapshot_xmin(pg_current_snapshot()) as written_until,
               coalesce((select digest from audit.seal where number = last.number), ''::bytea)
                 as previous
        from last)
      insert into audit.seal (number, written_from, written_until, entries, previous, digest)
      select span.number, span.written_from, span.written_until, sealed.entries, span.previous,
             sealed.digest
      from span, audit.digest_of(span.written_from, span.written_until, span.previous) sealed
      where span.written_from < span.written_until and sealed.entries > 0
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Sealer(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 1_000)
  void seal() {
    Acting.run(new Actor.Job("seal"), () -> transaction.executeWithoutResult(_ -> sealOnce()));
  }

  private void sealOnce() {
    boolean alone =
        jdbc.sql("select pg_try_advisory_xact_lock(hashtext('audit.seal'))")
            .query(Boolean.class)
            .single();
    if (alone) {
      jdbc.sql(SEAL).update();
    }
  }
}
