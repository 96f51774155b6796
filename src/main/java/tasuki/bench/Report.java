package tasuki.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;

/**
 * What a benchmark found: shown as it comes, and kept in two files beside each other, the table
 * with its machine and every single time behind it.
 */
final class Report {

  private final Path table;
  private final Path times;
  private final Path disk;
  private final PrintStream out;

  private Report(Path table, Path times, Path disk, PrintStream out) {
    this.table = table;
    this.times = times;
    this.disk = disk;
    this.out = out;
  }

  /**
   * Begins with the machine and its disk.
   *
   * @param data a folder on the disk that the database uses; the files are written beside it
   */
  static Report begin(String name, String title, Path data, PrintStream out) throws IOException {
    Path folder = data.resolveSibling("bench-results");
    Files.createDirectories(folder);
    Report report =
        new Report(folder.resolve(name + ".md"), folder.resolve(name + ".csv"), data, out);
    Files.deleteIfExists(report.table);
    Files.writeString(report.times, "work,clients,milliseconds of every answer\n");
    report.say("# " + title + "\n");
    report.say(
        "- `./tasuki bench %s`, %s %s, %d processors, %d MiB for Java %s"
            .formatted(
                name,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.version()));
    report.sayDisk("before");
    return report;
  }

  void say(String line) throws IOException {
    out.println(line);
    append(table, line + "\n");
  }

  void heading() throws IOException {
    say("\n" + Load.HEADING);
  }

  void add(String work, Load.Result result) throws IOException {
    say(result.line(work));
    append(
        times,
        result.nanoseconds().stream()
            .map(time -> "%.1f".formatted(time / 1e6))
            .collect(Collectors.joining(" ", work + "," + result.clients() + ",", "\n")));
  }

  /** One thing that was done once. */
  void once(String work, double seconds) throws IOException {
    append(times, "%s,1,%.0f%n".formatted(work, seconds * 1_000));
  }

  void end() throws IOException {
    say("");
    sayDisk("after");
    out.println("Written to " + table + " and " + times);
  }

  private void sayDisk(String when) throws IOException {
    say("- fsyncs per second of the disk %s: %.0f".formatted(when, Disk.fsyncsPerSecond(disk)));
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(
        file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
