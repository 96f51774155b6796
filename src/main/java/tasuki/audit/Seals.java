package tasuki.audit;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Checks the chain of seals against the log: any row changed, removed or slipped in shows. */
@Component
public class Seals {

  /** What a check found. */
  public sealed interface Finding {
    /** Everything sealed is as it was. */
    record Intact(long seals, long entries) implements Finding {}

    /**
     * Something was changed.
     *
     * @param seal number of the first seal that does not fit
     */
    record Broken(long seal) implements Finding {}
  }

  private record Totals(long seals, long entries) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Seals(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** Computes every seal anew. The work grows with the log: about a second per million rows. */
  public Finding verify() {
    return Acting.as(
        new Actor.Job("verify"),
        () -> {
          Finding finding = transaction.execute(_ -> compare());
          if (finding == null) {
            throw new IllegalStateException("A check always answers");
          }
          return finding;
        });
  }

  private Finding compare() {
    Optional<Long> broken =
        jdbc.sql(
                """
                select seal.number
                from (select seal.*,
                        lag(number, 1, 0) over chain as number_before,
                        lag(written_until, 1, '0'::xid8) over chain as until_before,
                        lag(digest, 1, ''::bytea) over chain as digest_before
                      from audit.seal window chain as (order by number)) seal,
                  audit.digest_of(seal.written_from, seal.written_until, seal.previous) anew
                where seal.digest <> anew.digest or seal.entries <> anew.entries
                  or seal.previous <> seal.digest_before
                  or seal.written_from <> seal.until_before
                  or seal.number <> seal.number_before + 1
                order by seal.number limit 1
                """)
            .query(Long.class)
            .optional();
    if (broken.isPresent()) {
      return new Finding.Broken(broken.get());
    }
    Totals totals =
        jdbc.sql("select count(*) as seals, coalesce(sum(entries), 0) as entries from audit.seal")
            .query(Totals.class)
            .single();
    return new Finding.Intact(totals.seals(), totals.entries());
  }
}
