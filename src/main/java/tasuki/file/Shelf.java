package tasuki.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the bytes lie: below the data folder, out of reach of any address of the web, readable by
 * the program's own user alone. A file is there whole or not at all, also after a power cut.
 */
@Component
class Shelf {

  private final Path folder;

  Shelf(@Value("${tasuki.data}") Path data) {
    this.folder = data.resolve("files");
  }

  /** Takes bytes from the source until it says that it has no more. */
  interface Source {
    void writeTo(OutputStream stream) throws IOException;
  }

  /** Keeps what the source writes, encrypted; nothing is left when the source fails. */
  void put(UUID id, byte[] key, Source source) throws IOException {
    Path place = place(id);
    Path parent = place.resolveSibling("");
    Files.createDirectories(
        parent, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path unfinished = place.resolveSibling(id + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        OutputStream locked = FileCipher.lock(new Unclosed(channel), key);
        source.writeTo(locked);
        locked.close();
        channel.force(true);
      }
      Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel directory = FileChannel.open(parent, Set.of(StandardOpenOption.READ))) {
        directory.force(true);
      }
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The bytes as they came. */
  InputStream open(UUID id, byte[] key) throws IOException {
    return FileCipher.unlock(Files.newInputStream(place(id)), key);
  }

  void remove(UUID id) throws IOException {
    Files.deleteIfExists(place(id));
  }

  /** The end of an id is random, its beginning is the time: so folders fill evenly. */
  Path place(UUID id) {
    String text = id.toString();
    int end = text.length();
    return folder
        .resolve(text.substring(end - 2))
        .resolve(text.substring(end - 4, end - 2))
        .resolve(text);
  }

  /** The channel must still be forced to the disk after the last encrypted piece was written. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(FileChannel channel) {
      super(Channels.newOutputStream(channel));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
