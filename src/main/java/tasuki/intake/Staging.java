package tasuki.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tasuki.kernel.CopyBuffer;
import tasuki.table.Fault;
import tasuki.table.ListRows;

/** Lays the rows of a file down in the database while it is read. */
final class Staging implements ListRows {

  private static final int EVERY = 1_000;

  /** As long as a number or name by which anything is known, and short enough for an index. */
  private static final int LONGEST_KEY = 300;

  private final UUID id;
  private final CopyBuffer staged;
  private final CopyBuffer rejected;
  private final IntConsumer progress;
  private int taken;
  private int refused;
  private int faults;
  private @Nullable String lastSheet;
  private int lastLine = -1;

  /**
   * Begins a file.
   *
   * @param progress told now and then how many rows were read
   */
  Staging(UUID id, DataSource source, IntConsumer progress) {
    this.id = id;
    this.progress = progress;
    staged = new CopyBuffer(source, "intake.staged (import, number, line, scope, key, content)");
    rejected =
        new CopyBuffer(
            source,
            "intake.rejected (import, number, sheet, line, column_name, key, reason, arguments,"
                + " cells)");
  }

  @Override
  public void take(int line, String scope, String key, String content) {
    if (key.isBlank() || key.length() > LONGEST_KEY || scope.length() > LONGEST_KEY) {
      Fault fault = new Fault(null, line, null, "intake.fault.key", List.of(LONGEST_KEY));
      note(line, null, fault, List.of(key, content));
      return;
    }
    taken++;
    staged.add(id, taken, line, scope, key, content);
    tell();
  }

  @Override
  public void reject(int line, Fault fault, List<String> cells) {
    note(line, null, fault, cells);
  }

  @Override
  public void reject(int line, String key, Fault fault, List<String> cells) {
    note(line, key, fault, cells);
  }

  private void note(int line, @Nullable String key, Fault fault, List<String> cells) {
    // Several things may be wrong in one row, which is still one row.
    boolean same = line == lastLine && Objects.equals(fault.sheet(), lastSheet);
    refused += same ? 0 : 1;
    lastLine = line;
    lastSheet = fault.sheet();
    faults++;
    String sheet = fault.sheet() == null || fault.sheet().isEmpty() ? null : fault.sheet();
    rejected.add(
        id,
        faults,
        sheet,
        line,
        fault.column(),
        key,
        fault.reason(),
        FaultJson.arguments(fault.arguments()),
        cells);
    tell();
  }

  private void tell() {
    if (read() % EVERY == 0) {
      progress.accept(read());
    }
  }

  /** Sends what is still held back. */
  void end() {
    staged.flush();
    rejected.flush();
  }

  int read() {
    return taken + refused;
  }

  int refused() {
    return refused;
  }

  int faults() {
    return faults;
  }
}
