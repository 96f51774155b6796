package tasuki;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import tasuki.kernel.server.DatabaseAddress;
import tasuki.kernel.server.EmbeddedServer;
import tasuki.kernel.server.StartFailure;

/** The one database server of the whole suite, started when the first test asks for it. */
public final class TestDatabase {
  private static final int MOST_SUITES_AT_ONCE = 20;

  private static @Nullable EmbeddedServer server;

  private TestDatabase() {}

  /** Where the server is; it starts with the first call and ends with the JVM. */
  public static synchronized DatabaseAddress address() {
    EmbeddedServer running = server;
    if (running == null) {
      running = start();
      server = running;
    }
    return running.address();
  }

  /** The database as its owner sees it, past every policy: for the hands of a test alone. */
  public static JdbcClient asOwner() {
    DatabaseAddress address = address();
    return JdbcClient.create(
        new DriverManagerDataSource(
            address.url(), address.owner().user(), address.owner().password()));
  }

  /** Keeps the embedded library from telling every step of its work. */
  public static void quietLibraries() {
    for (String library : new String[] {"io.zonky", "org.postgresql"}) {
      if (LoggerFactory.getLogger(library) instanceof Logger logger) {
        logger.setLevel(Level.WARN);
      }
    }
  }

  private static EmbeddedServer start() {
    quietLibraries();
    EmbeddedServer server = claim();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server), "remove-test-database"));
    server.start();
    return server;
  }

  /** A suite that was killed leaves its server behind in a folder, which is tidied up first. */
  private static EmbeddedServer claim() {
    for (int number = 1; number <= MOST_SUITES_AT_ONCE; number++) {
      Path folder = Path.of("target", "test-database-" + number);
      try {
        if (Files.exists(folder)) {
          EmbeddedServer former = EmbeddedServer.claim(folder);
          former.start();
          remove(former);
        }
        return EmbeddedServer.claim(folder);
      } catch (StartFailure.AlreadyRunning e) {
        // Another suite's; take the next folder.
      }
    }
    throw new IllegalStateException("too many test suites at once");
  }

  private static void remove(EmbeddedServer server) {
    server.close();
    try {
      FileSystemUtils.deleteRecursively(server.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
