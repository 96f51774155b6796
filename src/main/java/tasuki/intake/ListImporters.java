package tasuki.intake;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.kernel.server.Importer;
import tasuki.kernel.server.Importers;
import tasuki.table.Fault;
import tasuki.table.ListFile;
import tasuki.table.ListKind;
import tasuki.table.Tables;

/** {@code tasuki import KIND FILE…} for every kind of list that some room takes. */
@Component
class ListImporters implements Importers {

  private static final Actor ACTOR = new Actor.Job("import");

  private final ListKinds kinds;
  private final Imports imports;
  private final ImportReading reading;
  private final Applying applying;
  private final Rejections rejections;
  private final MessageSource messages;

  ListImporters(
      ListKinds kinds,
      Imports imports,
      ImportReading reading,
      Applying applying,
      Rejections rejections,
      MessageSource messages) {
    this.kinds = kinds;
    this.imports = imports;
    this.reading = reading;
    this.applying = applying;
    this.rejections = rejections;
    this.messages = messages;
  }

  @Override
  public List<Importer> importers() {
    return kinds.all().stream().map(kind -> (Importer) new OfKind(kind)).toList();
  }

  /** Each file is one import: applied as a whole, or left as it was and told why. */
  private final class OfKind implements Importer {

    private final ListKind kind;

    OfKind(ListKind kind) {
      this.kind = kind;
    }

    @Override
    public String kind() {
      return kind.kind();
    }

    @Override
    public int run(List<Path> files, PrintStream out) {
      LocaleContextHolder.setLocale(Locale.JAPANESE);
      Import.Counts sum = Import.Counts.NONE;
      boolean sound = true;
      try {
        for (Path file : files) {
          Import done = Acting.as(ACTOR, () -> take(file, out));
          sound = sound && done.state() == ImportState.APPLIED;
          sum = sum.plus(done.counts());
        }
      } finally {
        LocaleContextHolder.resetLocaleContext();
      }
      out.printf(
          "rows: in %d, kept %d, changed %d, closed %d, rejected %d%n",
          sum.in(), sum.kept(), sum.changed(), sum.closed(), sum.rejected());
      return sound ? 0 : 1;
    }

    private Import take(Path file, PrintStream out) {
      String name = Tables.nameOf(file);
      out.println("Reading " + name + " ...");
      UUID id = imports.begin(kind(), name, null);
      reading.read(
          id,
          kind,
          new ListFile(file, name),
          rows -> out.printf(Locale.ROOT, "  %,d rows read%n", rows));
      Import checked = imports.get(id);
      if (checked.state() == ImportState.CHECKED) {
        apply(checked, out);
      }
      rejections.writeBeside(checked, file, out);
      Fault fault = checked.fault();
      if (fault != null) {
        out.println("  " + fault.said(messages, Locale.JAPANESE));
        out.println("Nothing of this file was taken.");
      }
      return imports.get(id);
    }

    private void apply(Import checked, PrintStream out) {
      Import.Counts counts = checked.counts();
      out.printf(
          Locale.ROOT,
          "  %,d rows compared: %,d as before, %,d new or different, %,d rejected; %,d close%n",
          counts.in(),
          counts.kept(),
          counts.changed(),
          counts.rejected(),
          counts.closed());
      List<Part> parts = ApplyPolicy.toConfirm(imports.parts(checked.id()), kind.mayClosePercent());
      if (!parts.isEmpty()) {
        parts.forEach(
            part ->
                out.printf(
                    Locale.ROOT,
                    "  In %s, %,d of %,d would close, more than %d %%.%n",
                    part.scope(),
                    part.closing(),
                    part.stood(),
                    kind.mayClosePercent()));
        out.println(
            "Nothing of this file was applied. It waits to be confirmed by an officer of the"
                + " prefecture at /imports/"
                + checked.id());
        return;
      }
      try {
        applying.apply(checked.id(), List.of());
      } catch (RefusedException refused) {
        out.println(
            "Nothing of this file was applied: "
                + messages.getMessage(
                    refused.refused().reason(),
                    refused.refused().arguments().toArray(),
                    Locale.JAPANESE));
      }
    }
  }
}
