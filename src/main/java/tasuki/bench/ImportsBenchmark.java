package tasuki.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tasuki.area.Areas;
import tasuki.directory.search.SearchIndex;
import tasuki.kernel.server.Benchmark;
import tasuki.kernel.server.Importer;
import tasuki.kernel.server.Importers;

/**
 * The lists of a whole country: the designated institutions, the same again, 250,000 care offices
 * on top, and these again. As on the command line, with every check.
 */
@Component
class ImportsBenchmark implements Benchmark {

  private static final int OFFICES = 250_000;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final ObjectProvider<Importers> rooms;
  private final Areas areas;
  private final SearchIndex search;

  ImportsBenchmark(ObjectProvider<Importers> rooms, Areas areas, SearchIndex search) {
    this.rooms = rooms;
    this.areas = areas;
    this.search = search;
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
      report.say(
          "\n| work | seconds | of a processor for Java | highest heap MiB | rows |\n|---|---:|---:|---:|---|");
      bring("institutions", "institutions, first time", institutions, report);
      follow("the search reads them", report);
      bring("institutions", "institutions, unchanged", institutions, report);
      bring("care-offices", "care offices on top", offices, report);
      follow("the search reads them", report);
      bring("care-offices", "care offices, unchanged", offices, report);
      report.say("\n- resident memory at its highest: " + resident());
      report.end();
    } finally {
      Files.deleteIfExists(offices);
    }
  }

  private void bring(String kind, String work, Path file, Report report) throws IOException {
    Importer importer =
        rooms.stream()
            .flatMap(room -> room.importers().stream())
            .filter(one -> one.kind().equals(kind))
            .findFirst()
            .orElseThrow();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    LastLine said = new LastLine();
    long busy = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    try (PrintStream told = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      if (importer.run(List.of(file), told) != 0) {
        throw new IllegalStateException(said.all());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak = heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
    double own = (PROCESS.getProcessCpuTime() - busy) / 1e9;
    report.say("| %s | %.2f | %.2f | %d | %s |".formatted(work, seconds, own, peak, said.last()));
    report.once(work, seconds);
  }

  /** Every node reads what has changed by itself, here before the next measurement begins. */
  private void follow(String work, Report report) throws IOException {
    long busy = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    search.catchUp();
    double seconds = (System.nanoTime() - start) / 1e9;
    double own = (PROCESS.getProcessCpuTime() - busy) / 1e9;
    report.say("| %s | %.2f | %.2f | | |".formatted(work, seconds, own));
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static String resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\s+", " "))
        .findFirst()
        .orElse("unknown");
  }
}
