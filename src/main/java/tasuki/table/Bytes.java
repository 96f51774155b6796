package tasuki.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A file that can be read from its beginning as often as needed, wherever it lies. */
interface Bytes {

  InputStream open() throws IOException;

  /** For formats that are read from their end, as a zip is. */
  SeekableByteChannel channel() throws IOException;

  static Bytes of(byte[] bytes) {
    return new Bytes() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public SeekableByteChannel channel() {
        return new SeekableInMemoryByteChannel(bytes);
      }
    };
  }

  static Bytes of(Path path) {
    return new Bytes() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(path);
      }

      @Override
      public SeekableByteChannel channel() throws IOException {
        return Files.newByteChannel(path);
      }
    };
  }
}
