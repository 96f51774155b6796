package tasuki.kernel.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Files that only their owner may read and that are never seen half-written: passwords, keys. */
public final class PrivateFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  private PrivateFile() {}

  /** Writes the whole file or nothing, readable by its owner only. */
  public static void write(Path file, String content) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(unfinished);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A random secret in Base64; on the first call also kept in the file, later read from it. */
  public static String secret(Path file, int bytes) throws IOException {
    if (!Files.exists(file)) {
      write(file, Base64.getEncoder().encodeToString(random(bytes)) + "\n");
    }
    return Files.readString(file).strip();
  }

  static String password() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(24));
  }

  private static byte[] random(int bytes) {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return secret;
  }
}
