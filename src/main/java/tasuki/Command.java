package tasuki;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asked Tasuki to do. */
sealed interface Command {
  /** The sample prefecture on this machine, for this machine only. */
  record Demo(int port, Path data) implements Command {}

  /** Production: everything else comes from the environment. */
  record Serve() implements Command {}

  /** Brings the tables of the database named in the environment up to date. */
  record Migrate() implements Command {}

  /** Reads files of one kind; without a data folder, into the environment's database if named. */
  record Import(String kind, List<Path> files, @Nullable Path data) implements Command {}

  /**
   * A start with throw-away data that lets the JVM record what later starts can take ready-made.
   */
  record Rehearse() implements Command {}

  /** Measures something by name. */
  record Bench(String name, List<String> arguments) implements Command {}
}
