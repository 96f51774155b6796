package tasuki.kernel.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL as part of Tasuki, so that a demo or a small installation needs no database
 * administrator, yet with the durability and the passwords of a real one.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final String FIRST_START = "first-start";

  private final FolderLock lock;
  private final Path cluster;
  private final AtomicReference<@Nullable Thread> starter = new AtomicReference<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile @Nullable EmbeddedPostgres postgres;
  private volatile @Nullable DatabaseAddress address;

  private EmbeddedServer(FolderLock lock) {
    this.lock = lock;
    cluster = cluster(lock.folder());
  }

  /**
   * Takes the data folder, creating it where it is missing, before any slow work begins.
   *
   * @throws StartFailure.AlreadyRunning when another process holds it
   * @throws StartFailure when it cannot be written to
   */
  public static EmbeddedServer claim(Path data) {
    return new EmbeddedServer(FolderLock.take(data));
  }

  /** The database of the process that holds the data folder, for a second one to join. */
  public static Optional<DatabaseAddress> find(Path data) {
    try {
      Path folder = data.toRealPath();
      // While the very first start is under way the roles do not exist yet.
      if (!DatabaseSecrets.existIn(folder) || Files.exists(folder.resolve(FIRST_START))) {
        return Optional.empty();
      }
      DatabaseSecrets secrets = DatabaseSecrets.readFrom(folder);
      return Postmaster.of(cluster(folder)).map(running -> secrets.address(running.port()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Starts the server on a free port of 127.0.0.1; the first start also makes the cluster, the
   * database and its roles. What a killed Tasuki left running is stopped first.
   *
   * @throws StartFailure when it does not start
   */
  public DatabaseAddress start() {
    starter.set(Thread.currentThread());
    try {
      refuseWhenClosing();
      refuseRootWithoutNamespaces();
      Postmaster.clear(cluster);
      boolean first = prepare();
      DatabaseSecrets secrets =
          DatabaseSecrets.existIn(data())
              ? DatabaseSecrets.readFrom(data())
              : DatabaseSecrets.createIn(data());
      EmbeddedPostgres started = new Cluster(data(), cluster).start(secrets);
      postgres = started;
      refuseWhenClosing();
      if (first) {
        Roles.create(started.getPostgresDatabase(), secrets);
        Roles.closePublicSchema(started.getDatabase("postgres", Roles.DATABASE));
        Files.delete(data().resolve(FIRST_START));
      }
      DatabaseAddress found = secrets.address(started.getPort());
      address = found;
      return found;
    } catch (IOException | SQLException e) {
      throw new StartFailure("The database did not start: " + e.getMessage(), e);
    } finally {
      starter.set(null);
    }
  }

  /** Where the started server is. */
  public DatabaseAddress address() {
    DatabaseAddress found = address;
    if (found == null) {
      throw new IllegalStateException("the database server was not started");
    }
    return found;
  }

  /** The data folder, as the system spells it. */
  public Path data() {
    return lock.folder();
  }

  /** Stops the server, also one that is just starting; the data folder is free afterwards. */
  @Override
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    StartInterruption.interrupt(starter);
    try {
      EmbeddedPostgres started = postgres;
      if (started != null) {
        started.close();
      }
      // The library gives up after five seconds, which a checkpoint on a slow disk may need.
      Postmaster.of(cluster).ifPresent(Postmaster::stop);
    } catch (IOException e) {
      throw new StartFailure("The database did not stop: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  /** Makes room for a new cluster where there is none; true when this is the first start. */
  private boolean prepare() throws IOException {
    Path unfinished = data().resolve(FIRST_START);
    if (Files.exists(unfinished)) {
      // Nothing can have been stored: the application gets the address when this mark is gone.
      StartInterruption.endOrphans(cluster);
      FileSystemUtils.deleteRecursively(cluster);
    }
    if (Files.exists(cluster.resolve("PG_VERSION"))) {
      requireReadable();
      return false;
    }
    if (Files.exists(cluster)) {
      throw new StartFailure(cluster + " is not a database; move it away or name another folder");
    }
    if (!Files.exists(unfinished)) {
      Files.createFile(unfinished);
    }
    return true;
  }

  private void requireReadable() throws IOException {
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(Cluster.MAJOR_VERSION)) {
      throw new StartFailure(
          "%s was written by PostgreSQL %s, this Tasuki brings %s"
              .formatted(cluster, version, Cluster.MAJOR_VERSION));
    }
    if (!DatabaseSecrets.existIn(data())) {
      throw new StartFailure(
          "database.properties with the database's passwords is missing in " + data());
    }
  }

  private void refuseWhenClosing() {
    if (closing.get()) {
      throw new StartFailure("Tasuki was stopped while it started");
    }
  }

  private static Path cluster(Path data) {
    return data.resolve("postgres");
  }

  private static void refuseRootWithoutNamespaces() {
    if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
      throw new StartFailure(
          "PostgreSQL does not run as root, and this machine does not allow 'unshare -U':"
              + " start Tasuki as an ordinary user");
    }
  }
}
