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
import tasuki.directory.search.SearchIndex;
import tasuki.kernel.server.Importer;
import tasuki.kernel.server.Importers;

/** Brings lists in as the command does, with every check, and measures what that takes. */
@Component
class ListWork {

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final ObjectProvider<Importers> rooms;
  private final SearchIndex search;

  ListWork(ObjectProvider<Importers> rooms, SearchIndex search) {
    this.rooms = rooms;
    this.search = search;
  }

  static void heading(Report report) throws IOException {
    report.say(
        "\n| work | seconds | of a processor for Java | highest heap MiB | rows |\n|---|---:|---:|---:|---|");
  }

  void bring(String kind, String work, List<Path> files, Report report) throws IOException {
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
      if (importer.run(files, told) != 0) {
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
  void follow(String work, Report report) throws IOException {
    long busy = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    search.catchUp();
    double seconds = (System.nanoTime() - start) / 1e9;
    double own = (PROCESS.getProcessCpuTime() - busy) / 1e9;
    report.say("| %s | %.2f | %.2f | | |".formatted(work, seconds, own));
  }

  /** As much of the machine's memory as the process had at once, without PostgreSQL. */
  static void resident(Report report) throws IOException {
    String most =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .map(line -> line.replaceAll("\\s+", " "))
            .findFirst()
            .orElse("unknown");
    report.say("\n- resident memory at its highest: " + most);
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
