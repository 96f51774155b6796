package tasuki.kernel.server;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ends a start of PostgreSQL that is under way when the signal to stop arrives. */
final class StartInterruption {
  private static final Set<String> STEPS = Set.of("initdb", "pg_ctl", "unshare");
  private static final int ROUNDS = 1_000;
  private static final int PAUSE_MILLISECONDS = 20;

  private StartInterruption() {}

  /** Returns when no start is under way any more, or after twenty seconds. */
  static void interrupt(AtomicReference<@Nullable Thread> starter) {
    for (int round = 0; round < ROUNDS; round++) {
      Thread starting = starter.get();
      if (starting == null || starting == Thread.currentThread()) {
        return;
      }
      steps().forEach(ProcessHandle::destroy);
      starting.interrupt();
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** The programs of a start that this process runs at the moment. */
  static Stream<ProcessHandle> steps() {
    return ProcessHandle.current()
        .children()
        .filter(
            child -> {
              String command = child.info().command().orElse("");
              return STEPS.contains(command.substring(command.lastIndexOf('/') + 1));
            });
  }
}
