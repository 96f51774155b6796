package tasuki.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tasuki.kernel.server.Importers;

/** Lists come into the sample prefecture as they would into any other: as files. */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
class SampleLists {

  private static final List<String> POPULATION =
      List.of("population-register", "population-total", "population-65", "population-75");

  private final List<Importers> importers;

  SampleLists(List<Importers> importers) {
    this.importers = importers;
  }

  /** Who lives where, now and in years to come, in the form of the published tables. */
  void population() {
    for (String table : POPULATION) {
      bringIn("population", table, text(table));
    }
  }

  /**
   * Brings a list in.
   *
   * @param name of the file, without its ending
   */
  void bringIn(String kind, String name, String text) {
    try {
      Path folder = Files.createTempDirectory("sample");
      Path file = folder.resolve(name + ".csv");
      try {
        Files.writeString(file, text);
        importers.stream()
            .flatMap(room -> room.importers().stream())
            .filter(importer -> importer.kind().equals(kind))
            .forEach(importer -> importer.run(List.of(file), nowhere()));
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(String table) {
    try (InputStream content = SampleLists.class.getResourceAsStream("/sample/" + table + ".csv")) {
      if (content == null) {
        throw new IllegalStateException("No table " + table);
      }
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
  }
}
