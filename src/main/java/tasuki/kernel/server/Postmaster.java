package tasuki.kernel.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL process of one cluster, found again by its pid file: it outlives a Tasuki that was
 * killed, and no process may be touched that merely inherited its number.
 */
record Postmaster(Path cluster, ProcessHandle process, int port) {
  private static final String PID_FILE = "postmaster.pid";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

  /** The live server of this cluster, if there is one. */
  static Optional<Postmaster> of(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve(PID_FILE));
      if (lines.size() < 4) {
        return Optional.empty();
      }
      int port = Integer.parseInt(lines.get(3).strip());
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .filter(process -> serves(process, cluster))
          .map(process -> new Postmaster(cluster, process, port));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Stops what runs and clears what a dead server left, so that a new one can start. */
  static void clear(Path cluster) throws IOException {
    Optional<Postmaster> running = of(cluster);
    if (running.isPresent()) {
      running.get().stop();
    }
    // A foreign process with the number in it would keep PostgreSQL from starting.
    Files.deleteIfExists(cluster.resolve(PID_FILE));
  }

  private static boolean serves(ProcessHandle process, Path cluster) {
    boolean postgres =
        process
            .info()
            .command()
            // Linux adds " (deleted)" once the unpacked program is gone.
            .map(command -> command.replace(" (deleted)", "").endsWith("postgres"))
            .orElse(false);
    if (!postgres) {
      return false;
    }
    List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
    int folder = arguments.indexOf("-D") + 1;
    return folder > 0
        && folder < arguments.size()
        && Path.of(arguments.get(folder)).equals(cluster);
  }

  /** Ends open sessions and stops; harder and harder when that does not help. */
  void stop() {
    signal("INT");
    if (!ended(PATIENCE)) {
      signal("QUIT");
      if (!ended(LAST_PATIENCE)) {
        process.destroyForcibly();
        ended(LAST_PATIENCE);
      }
    }
  }

  /** Java can only send SIGTERM, which for PostgreSQL means to wait for the last client. */
  private void signal(String name) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    // In some containers nobody buries the dead: an ended process without a parent stays visible.
    while (process.isAlive() && serves(process, cluster)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
