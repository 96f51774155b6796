package tasuki.kernel.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps a data folder to one process; the system lets go of it even after {@code kill -9}. */
final class FolderLock implements AutoCloseable {
  /** Closing any second channel to the file would drop this process's lock, so ask here first. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Creates the folder where it is missing and takes it.
   *
   * @throws StartFailure when the folder is not writable or taken
   */
  static FolderLock take(Path wanted) {
    try {
      Path folder = create(wanted);
      if (!HELD_HERE.add(folder)) {
        throw new StartFailure.AlreadyRunning(Long.toString(ProcessHandle.current().pid()));
      }
      boolean taken = false;
      try {
        FolderLock lock = new FolderLock(folder, lockedChannel(folder.resolve("lock")));
        taken = true;
        return lock;
      } finally {
        if (!taken) {
          HELD_HERE.remove(folder);
        }
      }
    } catch (IOException e) {
      throw new StartFailure("Cannot write to " + wanted, e);
    }
  }

  private static Path create(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      Path parent = wanted.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(
          wanted,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return wanted.toRealPath();
  }

  private static FileChannel lockedChannel(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
      if (lock == null) {
        throw new StartFailure.AlreadyRunning(Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
      return channel;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StartFailure("Cannot let go of " + folder, e);
    } finally {
      HELD_HERE.remove(folder);
    }
  }
}
