package tasuki.file;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/** Removes files to which nothing refers a day after they came: forms that were never sent. */
@Component
class Tidying {

  private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Shelf shelf;
  private final TransactionTemplate transaction;

  Tidying(
      JdbcClient jdbc, Clock clock, Shelf shelf, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.shelf = shelf;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
  void tidy() {
    Acting.run(new Actor.Job("file-tidying"), this::removeForgotten);
  }

  private void removeForgotten() {
    List<UUID> forgotten =
        transaction.execute(
            _ ->
                jdbc.sql("delete from file.file where state = 'STORED' and at < ? returning id")
                    .param(OffsetDateTime.now(clock).minus(PATIENCE))
                    .query(UUID.class)
                    .list());
    for (UUID id : forgotten == null ? List.<UUID>of() : forgotten) {
      try {
        shelf.remove(id);
      } catch (IOException failure) {
        LOG.warn("The bytes of the forgotten file {} could not be removed", id);
      }
    }
  }
}
