package tasuki.transition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The clocks of both fees, from the dated table beside the program. */
final class ClockTable {

  private static final List<ClockLine> FEES = load();

  private ClockTable() {}

  /** Every version of every line of the fee tables. */
  static List<ClockLine> fees() {
    return FEES;
  }

  private static List<ClockLine> load() {
    try (InputStream file = ClockTable.class.getResourceAsStream("/transition/clocks.json")) {
      byte[] bytes = Objects.requireNonNull(file, "transition/clocks.json").readAllBytes();
      return ClockReader.read(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
