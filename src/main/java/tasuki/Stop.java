package tasuki;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import tasuki.kernel.server.EmbeddedServer;

/**
 * Ends the database server whenever the process ends: after the application has closed, or at once
 * when it is still starting and would otherwise hold the signal up for minutes.
 */
final class Stop {
  /** What a shell reports for a command ended by Ctrl-C. */
  private static final int INTERRUPTED = 130;

  private volatile boolean started;
  private volatile boolean begun;
  private volatile @Nullable EmbeddedServer server;

  Stop() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interruptStart, "stop-while-starting"));
    SpringApplication.getShutdownHandlers().add(this::closeServer);
  }

  void then(EmbeddedServer last) {
    server = last;
  }

  /** The start has come to its end, good or bad: from here on stopping takes the usual way. */
  void started() {
    started = true;
  }

  boolean begun() {
    return begun;
  }

  private void interruptStart() {
    begun = true;
    if (!started) {
      closeServer();
      // What is still starting now waits for a database that is gone, and has nothing to lose.
      Runtime.getRuntime().halt(INTERRUPTED);
    }
  }

  private void closeServer() {
    EmbeddedServer last = server;
    if (last != null) {
      last.close();
    }
  }
}
