package tasuki.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Commits the looks of many requests together: while one batch waits for the disk, the next
 * gathers, so the cost of a commit is shared by all who look at the same moment.
 */
@Component
class ViewWriter implements SmartLifecycle {

  private static final int MOST_AT_ONCE = 512;
  private static final String INSERT =
      """
      insert into audit.entry (kind, what, account, organization, persons, subject)
      values ('VIEW', ?, nullif(?, '')::uuid, nullif(?, '')::uuid, ?::uuid[], ?)
      """;

  private record Waiting(View view, CompletableFuture<Void> written) {}

  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private volatile boolean running;
  private Thread thread = new Thread(() -> {});

  ViewWriter(JdbcTemplate jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  /** Hands the look over; the future completes when it is on the disk. */
  CompletableFuture<Void> write(View view) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    if (!running) {
      written.completeExceptionally(new IllegalStateException("The audit writer does not run"));
      return written;
    }
    queue.add(new Waiting(view, written));
    return written;
  }

  private void work() {
    List<Waiting> batch = new ArrayList<>(MOST_AT_ONCE);
    while (running || !queue.isEmpty()) {
      try {
        batch.add(queue.take());
        queue.drainTo(batch, MOST_AT_ONCE - 1);
        commit(batch);
      } catch (InterruptedException stopped) {
        // Stopping: what is still queued is written before the loop ends.
        running = false;
      } finally {
        batch.clear();
      }
    }
  }

  private void commit(List<Waiting> batch) {
    try {
      Acting.run(
          new Actor.Job("audit"), () -> transaction.executeWithoutResult(_ -> insert(batch)));
      batch.forEach(waiting -> waiting.written().complete(null));
    } catch (RuntimeException failure) {
      // Whoever waits must not show what could not be noted.
      batch.forEach(waiting -> waiting.written().completeExceptionally(failure));
    }
  }

  private void insert(List<Waiting> batch) {
    jdbc.batchUpdate(
        INSERT,
        batch,
        batch.size(),
        (statement, waiting) -> {
          View view = waiting.view();
          statement.setString(1, view.what());
          statement.setString(2, view.account());
          statement.setString(3, view.organization());
          statement.setString(4, view.persons());
          statement.setObject(5, view.subject(), java.sql.Types.OTHER);
        });
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("audit-writer").daemon(true).start(this::work);
  }

  @Override
  public void stop() {
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
