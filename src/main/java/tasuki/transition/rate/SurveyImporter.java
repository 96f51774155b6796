package tasuki.transition.rate;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.server.Importer;
import tasuki.table.Sheet;
import tasuki.table.SheetColumn;
import tasuki.table.TableWriter;
import tasuki.table.Tables;

/** {@code tasuki import surveys FILE…}: each file is taken as a whole or not at all. */
@Component
class SurveyImporter implements Importer {

  private final Surveys surveys;
  private final TransactionTemplate transaction;

  SurveyImporter(Surveys surveys, PlatformTransactionManager transactionManager) {
    this.surveys = surveys;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public String kind() {
    return "surveys";
  }

  @Override
  public int run(List<Path> files, PrintStream out) {
    LocaleContextHolder.setLocale(Locale.JAPANESE);
    int[] sums = new int[4];
    boolean sound = true;
    try {
      for (Path file : files) {
        out.println("Reading " + Tables.nameOf(file) + " ...");
        Surveys.Taken taken = Acting.as(new Actor.Job("import"), () -> take(file, out));
        sound = sound && taken.kept() + taken.changed() > 0;
        sums[0] += taken.in();
        sums[1] += taken.kept();
        sums[2] += taken.changed();
        sums[3] += taken.rejected();
      }
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
    out.printf(
        "rows: in %d, kept %d, changed %d, closed 0, rejected %d%n",
        sums[0], sums[1], sums[2], sums[3]);
    return sound ? 0 : 1;
  }

  private Surveys.Taken take(Path file, PrintStream out) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Surveys.Taken taken =
        transaction.execute(
            _ -> {
              Surveys.Taken checked = surveys.check(bytes, Tables.nameOf(file));
              if (checked.kept() + checked.changed() > 0) {
                surveys.apply(checked.id());
              }
              return checked;
            });
    List<Surveys.Refused> refused = surveys.refused(taken.id());
    if (!refused.isEmpty()) {
      write(file, refused, out);
    }
    return taken;
  }

  private static void write(Path file, List<Surveys.Refused> refused, PrintStream out) {
    Sheet sheet =
        new Sheet(
            "rejected",
            "rejected",
            List.of(),
            List.of(
                SheetColumn.text("場所", 30),
                SheetColumn.text("理由", 60),
                SheetColumn.text("行の内容", 60)),
            refused.stream()
                .map(
                    one ->
                        Arrays.<@org.jspecify.annotations.Nullable Object>asList(
                            one.place(), one.reason(), one.cells()))
                .toList());
    Path target = file.resolveSibling(Tables.nameOf(file) + ".rejected.csv");
    try {
      Files.write(target, TableWriter.csv(sheet));
      out.println("Rejected rows with reasons: " + target);
      refused.stream()
          .filter(Surveys.Refused::blocks)
          .limit(3)
          .forEach(one -> out.println("  " + one.place() + " " + one.reason()));
      if (refused.stream().anyMatch(Surveys.Refused::blocks)) {
        out.println("Nothing of this file was taken.");
      }
    } catch (IOException failure) {
      out.println("The rejected rows could not be written to " + target);
    }
  }
}
