package tasuki.kernel;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a write that a phone may send twice happen once. The key comes with the form; the same key
 * of the same account answers with the first result, also when both arrive at the same moment.
 */
@Component
public class Idempotency {

  private final JdbcClient jdbc;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Does the work unless it was done under this key, in the running transaction.
   *
   * @param work makes the change and answers with the id of what it made
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID once(UUID key, Supplier<UUID> work) {
    // Whoever comes second with the same key waits here until the first has committed.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", Acting.account() + "/" + key)
        .query((_, _) -> true)
        .single();
    Optional<UUID> before =
        jdbc.sql("select result from kernel.idempotency where account = :account and key = :key")
            .param("account", Acting.account())
            .param("key", key)
            .query(UUID.class)
            .optional();
    if (before.isPresent()) {
      return before.get();
    }
    UUID result = work.get();
    jdbc.sql("insert into kernel.idempotency values (:account, :key, :result, :at)")
        .param("account", Acting.account())
        .param("key", key)
        .param("result", result)
        .param("at", OffsetDateTime.now(clock))
        .update();
    return result;
  }
}
