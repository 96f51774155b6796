package tasuki.audit;

import java.time.OffsetDateTime;
import java.util.Objects;
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

  /**
   * The first seal that does not fit what it covers or the seal before. Also run as it stands by
   * the test that tampers with the log.
   */
  static final String BROKEN =
      """
      select seal.number
      from (select seal.*,
              lag(number) over chain as number_before,
              lag(written_until) over chain as until_before,
              lag(digest) over chain as digest_before
            from audit.seal where number >= :after
            window chain as (order by number)) seal,
        audit.digest_of(seal.written_from, seal.written_until, seal.previous) anew
      where seal.number > :after
        and (seal.digest <> anew.digest or seal.entries <> anew.entries
          or seal.previous <> coalesce(seal.digest_before, ''::bytea)
          or seal.written_from <> coalesce(seal.until_before, '0'::xid8)
          or seal.number <> coalesce(seal.number_before, 0) + 1)
      order by seal.number limit 1
      """;

  private record Totals(long seals, long entries) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Seals(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** The newest seal: its number and when it was set. */
  public record Last(long number, OffsetDateTime at) {}

  /** The newest seal, if there is one yet. */
  public Optional<Last> last() {
    return Acting.as(
        new Actor.Job("verify"),
        () ->
            Objects.requireNonNull(
                transaction.execute(
                    _ ->
                        jdbc.sql("select number, at from audit.seal order by number desc limit 1")
                            .query(Last.class)
                            .optional())));
  }

  /** Computes the newest seals anew, as many as given. */
  public Finding verifyNewest(int seals) {
    return verify(Math.max(0, last().map(Last::number).orElse(0L) - seals));
  }

  /** Computes every seal anew. The work grows with the log: about a second per million rows. */
  public Finding verify() {
    return verify(0);
  }

  private Finding verify(long after) {
    return Acting.as(
        new Actor.Job("verify"),
        () -> {
          Finding finding = transaction.execute(_ -> compare(after));
          if (finding == null) {
            throw new IllegalStateException("A check always answers");
          }
          return finding;
        });
  }

  private Finding compare(long after) {
    Optional<Long> broken = jdbc.sql(BROKEN).param("after", after).query(Long.class).optional();
    if (broken.isPresent()) {
      return new Finding.Broken(broken.get());
    }
    Totals totals =
        jdbc.sql(
                """
                select count(*) as seals, coalesce(sum(entries), 0) as entries
                from audit.seal where number > :after
                """)
            .param("after", after)
            .query(Totals.class)
            .single();
    return new Finding.Intact(totals.seals(), totals.entries());
  }
}
