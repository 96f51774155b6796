package tasuki.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How many times a second the disk takes a small write for good: the measure of all writing. */
final class Disk {

  private static final int BLOCK = 8_192;
  private static final long TWO_SECONDS = 2_000_000_000L;

  private Disk() {}

  static double fsyncsPerSecond(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "fsync", ".tmp");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
      long start = System.nanoTime();
      long count = 0;
      while (System.nanoTime() - start < TWO_SECONDS) {
        block.clear();
        channel.write(block, (count % 64) * BLOCK);
        channel.force(false);
        count++;
      }
      return count * 1e9 / (System.nanoTime() - start);
    } finally {
      Files.delete(file);
    }
  }
}
