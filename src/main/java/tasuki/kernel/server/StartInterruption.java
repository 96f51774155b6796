package tasuki.kernel.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ends a start of PostgreSQL that is under way when the signal to stop arrives. */
final class StartInterruption {
  private static final Set<String> STEPS = Set.of("initdb", "pg_ctl", "unshare");
  private static final int ROUNDS = 1_000;
  private static final int POLITE_ROUNDS = 100;
  private static final int PAUSE_MILLISECONDS = 20;

  private StartInterruption() {}

  /** Returns when no start is under way any more and none of its programs runs. */
  static void interrupt(AtomicReference<@Nullable Thread> starter) {
    for (int round = 0; round < ROUNDS; round++) {
      Thread starting = starter.get();
      boolean underWay = starting != null && starting != Thread.currentThread();
      if (!underWay && steps().findAny().isEmpty()) {
        return;
      }
      // Asked politely, initdb removes what it made; but nobody waits for it for long.
      boolean politely = round < POLITE_ROUNDS;
      steps().forEach(step -> end(step, politely));
      if (underWay && starting != null) {
        starting.interrupt();
      }
      if (!pause()) {
        return;
      }
    }
  }

  /** Ends the making of this cluster that a killed Tasuki left running. */
  static void endOrphans(Path cluster) {
    for (int round = 0; round < ROUNDS; round++) {
      List<ProcessHandle> orphans =
          ProcessHandle.allProcesses().filter(process -> makes(process, cluster)).toList();
      orphans.forEach(orphan -> orphan.descendants().forEach(ProcessHandle::destroyForcibly));
      orphans.forEach(ProcessHandle::destroyForcibly);
      if (orphans.isEmpty() || !pause()) {
        return;
      }
    }
  }

  /** The programs of a start that this process runs at the moment. */
  static Stream<ProcessHandle> steps() {
    return ProcessHandle.current().children().filter(child -> STEPS.contains(name(child)));
  }

  private static boolean makes(ProcessHandle process, Path cluster) {
    return name(process).equals("initdb")
        && List.of(process.info().arguments().orElse(new String[0])).contains(cluster.toString());
  }

  private static String name(ProcessHandle process) {
    String command = process.info().command().orElse("");
    return command.substring(command.lastIndexOf('/') + 1);
  }

  private static void end(ProcessHandle step, boolean politely) {
    if (politely) {
      step.destroy();
    } else {
      step.descendants().forEach(ProcessHandle::destroyForcibly);
      step.destroyForcibly();
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
