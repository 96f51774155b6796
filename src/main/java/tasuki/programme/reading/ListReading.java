package tasuki.programme.reading;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;

/**
 * One list as it was read.
 *
 * @param sheet name of the sheet; empty in a text
 * @param title as printed; empty where none was found
 * @param year null where the title does not say one with certainty
 * @param columns of the first page
 * @param legend what the marks of the sources of money mean: ① is 基金
 * @param lines every line of the source that is not blank, once
 * @param doubts about the list as a whole
 */
public record ListReading(
    String sheet,
    String title,
    @Nullable FiscalYear year,
    Columns columns,
    Map<String, String> legend,
    List<ListLine> lines,
    List<Doubt> doubts) {

  public ListReading {
    legend = Map.copyOf(legend);
    lines = List.copyOf(lines);
    doubts = List.copyOf(doubts);
  }

  /** The lines that are programmes. */
  public List<ProgrammeLine> programmes() {
    return lines.stream()
        .filter(ProgrammeLine.class::isInstance)
        .map(ProgrammeLine.class::cast)
        .toList();
  }
}
