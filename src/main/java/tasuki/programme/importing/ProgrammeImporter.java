package tasuki.programme.importing;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.kernel.server.Importer;
import tasuki.programme.reading.ListReader;
import tasuki.programme.reading.ListReading;
import tasuki.table.TableReading;
import tasuki.table.Tables;

/**
 * {@code tasuki import programmes FILE…} lays printed lists before an officer: which division is in
 * charge of a budget is nothing that a command line may decide.
 */
@Component
class ProgrammeImporter implements Importer {

  private static final Actor ACTOR = new Actor.Job("import");

  private final PrintedLists drafts;
  private final Organizations organizations;
  private final MessageSource messages;
  private final Clock clock;

  ProgrammeImporter(
      PrintedLists drafts, Organizations organizations, MessageSource messages, Clock clock) {
    this.drafts = drafts;
    this.organizations = organizations;
    this.messages = messages;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "programmes";
  }

  @Override
  public int run(List<Path> files, PrintStream out) {
    int[] counts = new int[2];
    boolean sound = true;
    for (Path file : files) {
      sound = Acting.as(ACTOR, () -> take(file, out, counts)) && sound;
    }
    out.printf("rows: in %d, kept 0, changed 0, closed 0, rejected %d%n", counts[0], counts[1]);
    return sound ? 0 : 1;
  }

  private boolean take(Path file, PrintStream out, int[] counts) {
    String name = Tables.nameOf(file);
    out.println("Reading " + name + " ...");
    try {
      return switch (Tables.read(Files.readAllBytes(file), name)) {
        case TableReading.Rows read -> {
          for (ListReading reading : ListReader.read(read.rows(), null)) {
            int doubtful = (int) reading.lines().stream().filter(line -> !line.isSound()).count();
            counts[0] += reading.programmes().size();
            counts[1] += doubtful;
            out.printf(
                Locale.ROOT,
                "  %s: %,d rows, %,d to decide about%n",
                reading.title(),
                reading.programmes().size(),
                doubtful);
          }
          for (UUID id : drafts.bring(keeper(), name, read.rows())) {
            out.println("  It waits for an officer at /programmes/imports/" + id);
          }
          yield true;
        }
        case TableReading.Unreadable unreadable -> {
          out.println("  " + unreadable.fault().said(messages, Locale.JAPANESE));
          yield false;
        }
      };
    } catch (RefusedException refused) {
      out.println(
          "  "
              + messages.getMessage(
                  refused.refused().reason(),
                  refused.refused().arguments().toArray(),
                  Locale.JAPANESE));
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The prefecture whose deployment this is. */
  private UUID keeper() {
    return organizations
        .ofKinds(List.of(OrganizationKind.PREFECTURE), JapanTime.today(clock))
        .stream()
        .filter(Organization::member)
        .findFirst()
        .orElseThrow(() -> RefusedException.because("programme.import.no-prefecture"))
        .id()
        .value();
  }
}
