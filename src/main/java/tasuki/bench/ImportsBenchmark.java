package tasuki.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.kernel.server.Benchmark;

/**
 * The lists of a whole country: the designated institutions, the same again, 250,000 care offices
 * on top, and these again. As on the command line, with every check.
 */
@Component
class ImportsBenchmark implements Benchmark {

  private static final int OFFICES = 250_000;

  private final ListWork work;
  private final Areas areas;

  ImportsBenchmark(ListWork work, Areas areas) {
    this.work = work;
    this.areas = areas;
  }

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public void run(String url, Path data, PrintStream out) {
    throw new IllegalArgumentException(
        "Name the list of designated institutions: ./tasuki bench imports FILE");
  }

  @Override
  public void run(String url, Path data, List<String> arguments, PrintStream out) {
    if (arguments.isEmpty()) {
      run(url, data, out);
    }
    try {
      measure(Path.of(arguments.getFirst()), data, out);
    } catch (IOException failure) {
      throw new IllegalStateException("The measurement failed: " + failure.getMessage(), failure);
    }
  }

  private void measure(Path institutions, Path data, PrintStream out) throws IOException {
    Path offices = Files.createTempFile("offices", ".csv");
    try {
      CareOffices.write(offices, areas.everywhere(), OFFICES);
      Report report = Report.begin(name(), "Official lists of a whole country", data, out);
      report.say(
          "- institutions: %,d bytes; care offices: %,d generated rows, %,d bytes"
              .formatted(Files.size(institutions), OFFICES, Files.size(offices)));
      ListWork.heading(report);
      List<Path> list = List.of(institutions);
      work.bring("institutions", "institutions, first time", list, report);
      work.follow("the search reads them", report);
      work.bring("institutions", "institutions, unchanged", list, report);
      work.bring("care-offices", "care offices on top", List.of(offices), report);
      work.follow("the search reads them", report);
      work.bring("care-offices", "care offices, unchanged", List.of(offices), report);
      ListWork.resident(report);
      report.end();
    } finally {
      Files.deleteIfExists(offices);
    }
  }
}
