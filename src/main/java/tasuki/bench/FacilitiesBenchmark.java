package tasuki.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import tasuki.area.Areas;
import tasuki.kernel.server.Benchmark;

/**
 * As many facilities as 医療情報ネット has in the whole country, and the same again; on top of whatever is
 * in the directory. By itself, since the search is measured among what {@code bench imports}
 * leaves.
 */
@Component
class FacilitiesBenchmark implements Benchmark {

  private static final int FACILITIES = 206_000;

  private final ListWork work;
  private final Areas areas;

  FacilitiesBenchmark(ListWork work, Areas areas) {
    this.work = work;
    this.areas = areas;
  }

  @Override
  public String name() {
    return "facilities";
  }

  @Override
  public void run(String url, Path data, PrintStream out) {
    try {
      Path folder = Files.createTempDirectory("facilities");
      try {
        List<Path> files = Facilities.write(folder, areas.everywhere(), FACILITIES, _ -> {});
        Report report = Report.begin(name(), "Facilities of a whole country", data, out);
        report.say("- %,d generated rows in %d files".formatted(FACILITIES, files.size()));
        ListWork.heading(report);
        work.bring("facilities", "facilities, first time", files, report);
        work.follow("the search reads them", report);
        work.bring("facilities", "facilities, unchanged", files, report);
        ListWork.resident(report);
        report.end();
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException failure) {
      throw new IllegalStateException("The measurement failed: " + failure.getMessage(), failure);
    }
  }
}
