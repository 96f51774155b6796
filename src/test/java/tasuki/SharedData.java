package tasuki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Published lists that tests read, beside the project or one folder further up. */
public final class SharedData {

  private SharedData() {}

  /** A file or folder of the data. */
  public static Path at(String name) {
    return in("data", name);
  }

  /** A source document, as text. */
  public static String reference(String name) {
    try {
      return Files.readString(in("reference", name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path in(String folder, String name) {
    return Stream.of("../shared", "../../shared")
        .map(shared -> Path.of(shared, folder))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow()
        .resolve(name);
  }
}
