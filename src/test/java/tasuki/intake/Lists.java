package tasuki.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tasuki.House;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.table.Fault;
import tasuki.table.ListFile;

/** Brings files into the real lists of the house, for tests of any room. */
public final class Lists {

  private static final Actor JOB = new Actor.Job("test");

  /** A file that was read: its counts, and the reasons of its rejected rows in their order. */
  public record Read(
      UUID id, int in, int kept, int changed, int closed, int rejected, List<Fault> faults) {

    public List<String> reasons() {
      return faults.stream().map(Fault::reason).toList();
    }
  }

  private Lists() {}

  /** Reads a file of a kind without applying it. */
  public static Read check(String kind, Path file) {
    // The house starts as itself, not as a job.
    Imports imports = House.bean(Imports.class);
    return Acting.as(
        JOB,
        () -> {
          String name = String.valueOf(file.getFileName());
          UUID id = imports.begin(kind, name, null);
          House.bean(ImportReading.class)
              .read(
                  id,
                  House.bean(ListKinds.class).find(kind).orElseThrow(),
                  new ListFile(file, name),
                  _ -> {});
          Import found = imports.get(id);
          if (found.fault() != null) {
            throw new AssertionError("unreadable: " + found.fault());
          }
          Import.Counts counts = found.counts();
          return new Read(
              id,
              counts.in(),
              counts.kept(),
              counts.changed(),
              counts.closed(),
              counts.rejected(),
              House.bean(Rejections.class).page(id, 0, 10_000).stream()
                  .map(Rejections.Rejected::fault)
                  .toList());
        });
  }

  /** Reads lines of text as a file of a kind. */
  public static Read check(String kind, String... lines) {
    try {
      Path file = Files.createTempFile(Path.of("target"), "list", ".csv");
      Files.write(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
      return check(kind, file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static void apply(Read read, String... confirmed) {
    Acting.run(JOB, () -> House.bean(Applying.class).apply(read.id(), List.of(confirmed)));
  }

  public static void undo(Read read) {
    Acting.run(JOB, () -> House.bean(Applying.class).undo(read.id()));
  }
}
