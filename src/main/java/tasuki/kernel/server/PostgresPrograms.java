package tasuki.kernel.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Where PostgreSQL's programs are unpacked: a cache folder of the user's own, shared by all data
 * folders, because the usual shared temporary folder would let others replace them.
 */
final class PostgresPrograms implements AutoCloseable {
  private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

  private final Path folder;
  private final FileChannel lock;

  private PostgresPrograms(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Takes the cache for unpacking; nobody else unpacks until it is closed. */
  static PostgresPrograms take(Path data) throws IOException {
    Path folder = writable(data);
    ONE_AT_A_TIME.lock();
    boolean taken = false;
    try {
      FileChannel lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock.lock();
      removeUnfinished(folder);
      taken = true;
      return new PostgresPrograms(folder, lock);
    } finally {
      if (!taken) {
        ONE_AT_A_TIME.unlock();
      }
    }
  }

  Path folder() {
    return folder;
  }

  private static Path writable(Path data) throws IOException {
    Map<String, String> environment = System.getenv();
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path wished = cache.isBlank() ? Path.of(home, ".cache") : Path.of(cache);
    for (Path base : List.of(wished.resolve("tasuki"), data)) {
      Path folder = base.toAbsolutePath().resolve("postgres-programs");
      try {
        Files.createDirectories(folder);
        // Undoes the library's opening of the folder to everybody at the last start.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        if (Files.isWritable(folder)) {
          return folder;
        }
      } catch (IOException e) {
        if (base.equals(data)) {
          throw e;
        }
      }
    }
    throw new IOException("no folder to unpack PostgreSQL in");
  }

  /** The library takes over files of an unpacking that was killed, even when they are cut short. */
  private static void removeUnfinished(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(Files::isDirectory).toList()) {
        if (!Files.exists(child.resolve(".exists")) || Files.exists(child.resolve("epg-lock"))) {
          FileSystemUtils.deleteRecursively(child);
        }
      }
    }
  }

  /** Lets others in again; may be called twice. */
  @Override
  public void close() throws IOException {
    if (ONE_AT_A_TIME.isHeldByCurrentThread()) {
      try {
        lock.close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      } finally {
        ONE_AT_A_TIME.unlock();
      }
    }
  }
}
