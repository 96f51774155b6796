package tasuki;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import tasuki.kernel.server.StartFailure;

/** The one deployable: starts every room of the house. */
@SpringBootApplication
@EnableScheduling
@EnableAsync
public class Tasuki {
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** Runs one command; the system property {@code tasuki.home} names the project's root. */
  public static void main(String[] arguments) {
    QuietConsole.beforeStart();
    Path home = Path.of(System.getProperty("tasuki.home", "")).toAbsolutePath();
    Launch launch = new Launch(home, System.getenv(), System.out);
    Optional<Integer> exit = attempt(launch, List.of(arguments), home, System.err);
    if (exit.isPresent()) {
      launch.over();
      System.exit(exit.get());
    }
  }

  private static Optional<Integer> attempt(
      Launch launch, List<String> arguments, Path home, PrintStream err) {
    try {
      return launch.run(CommandLine.parse(arguments, home));
    } catch (CommandLine.Unclear e) {
      err.println(e.getMessage());
      err.println(CommandLine.USAGE);
      return Optional.of(MISUSED);
    } catch (RuntimeException | Error failure) {
      // Whoever pressed Ctrl-C needs no explanation why the start failed.
      if (!launch.stopping()) {
        tell(launch, failure, err);
      }
      return Optional.of(FAILED);
    }
  }

  private static void tell(Launch launch, Throwable failure, PrintStream err) {
    boolean expected = failure instanceof StartFailure && failure.getCause() == null;
    String line = FailureLine.of(failure);
    if (!expected && QuietConsole.keepTrace(launch.log(), failure)) {
      err.println(line + " (details: " + launch.log() + ")");
    } else {
      err.println(line);
    }
  }
}
