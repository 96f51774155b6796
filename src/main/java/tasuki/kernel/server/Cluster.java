package tasuki.kernel.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs the embedded library so that it keeps data safe; its own defaults are made for tests. */
final class Cluster {
  static final String MAJOR_VERSION = "18";

  /** After a crash PostgreSQL first replays its log, which on a slow disk takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          // The library passes -F, which means fsync=off; what comes later wins.
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "100"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          // Statements and error texts quote values, and no personal data may reach a log.
          Map.entry("log_min_messages", "log"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_checkpoints", "off"));

  private static final String ACCESS =
      """
      # Written by Tasuki at every start: whoever connects needs a password.
      local all all scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final Path data;
  private final Path cluster;
  private final Path log;
  private final Path password;
  private boolean starting;

  Cluster(Path data, Path cluster) {
    this.data = data;
    this.cluster = cluster;
    log = data.resolve("database.log");
    password = data.resolve("initial-password");
  }

  EmbeddedPostgres start(DatabaseSecrets secrets) throws IOException {
    Files.deleteIfExists(log);
    PrivateFile.write(password, secrets.superuser());
    starting(true);
    try (PostgresPrograms programs = PostgresPrograms.take(data)) {
      EmbeddedPostgres postgres = builder(programs, secrets).start();
      starting(false);
      // The library takes an interruption for success.
      if (Thread.interrupted() || !answers(postgres)) {
        postgres.close();
        throw new IOException(lastWords());
      }
      return postgres;
    } catch (RuntimeException | ExceptionInInitializerError e) {
      throw new IOException(lastWords(), e);
    } finally {
      starting(false);
      Files.deleteIfExists(password);
    }
  }

  private synchronized void starting(boolean now) {
    starting = now;
  }

  private EmbeddedPostgres.Builder builder(PostgresPrograms programs, DatabaseSecrets secrets) {
    // Else the library tidies up a folder in the shared temporary folder.
    System.setProperty("ot.epg.working-dir", programs.folder().toString());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.folder().toFile())
            .setDataDirectory(cluster)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(PATIENCE)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setConnectConfig("password", secrets.superuser())
            // Becomes --auth and --pwfile of initdb: not for a moment is anybody trusted.
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", password.toString())
            .setLocaleConfig("locale-provider", "libc")
            .setDataDirectoryCustomizer(ignored -> beforeStart(programs));
    locale().forEach(builder::setLocaleConfig);
    SETTINGS.forEach(builder::setServerConfig);
    return builder;
  }

  /** With any other character type pg_trgm takes no Japanese character for a letter. */
  private static Map<String, String> locale() {
    return System.getProperty("os.name", "").startsWith("Mac")
        ? Map.of("locale", "C", "lc-ctype", "en_US.UTF-8")
        : Map.of("locale", "C.UTF-8");
  }

  private void beforeStart(PostgresPrograms programs) {
    try {
      programs.close();
      Files.writeString(cluster.resolve("pg_hba.conf"), ACCESS);
      Thread starter = Thread.currentThread();
      Thread.ofVirtual().name("database-start").start(() -> interruptWhenHopeless(starter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library would wait the whole time for a server that refused to start at once. */
  private void interruptWhenHopeless(Thread starter) {
    try {
      Thread.sleep(Duration.ofSeconds(2));
      while (StartInterruption.steps().findAny().isPresent()) {
        Thread.sleep(Duration.ofMillis(100));
      }
      synchronized (this) {
        if (starting && Postmaster.of(cluster).isEmpty()) {
          starter.interrupt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean answers(EmbeddedPostgres postgres) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log).stream().filter(l -> !l.isBlank()).toList();
      return lines.stream()
          .filter(line -> line.contains("FATAL") || line.contains("error:"))
          .findFirst()
          .orElse(lines.isEmpty() ? "see " + log : lines.getLast());
    } catch (IOException e) {
      return "see " + log;
    }
  }
}
