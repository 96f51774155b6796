package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tasuki.table.TableRow;

/**
 * Takes text that was copied from a table: cells apart by tabs as Excel copies them, with quotes
 * around a cell of several lines, or apart by two spaces and more where the text has no tab.
 */
public final class PastedText {

  private static final Pattern LINE = Pattern.compile("\\R");
  private static final Pattern GAP = Pattern.compile("[ \\u3000]{2,}");

  private PastedText() {}

  /** The rows of a text, numbered by the line each begins on; blank lines are left out. */
  public static List<TableRow> cells(String text) {
    String lines = LINE.matcher(text).replaceAll("\n");
    List<TableRow> rows = lines.indexOf('\t') < 0 ? spaced(lines) : tabbed(lines);
    rows.removeIf(row -> row.cells().stream().allMatch(String::isBlank));
    return List.copyOf(rows);
  }

  private static List<TableRow> spaced(String text) {
    List<TableRow> rows = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      rows.add(new TableRow("", i + 1, List.of(GAP.split(lines[i].strip(), -1))));
    }
    return rows;
  }

  private static List<TableRow> tabbed(String text) {
    List<TableRow> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    int line = 1;
    int begun = 1;
    for (int from = 0; from <= text.length(); ) {
      int end = quotedEnd(text, from);
      boolean quoted = end >= 0;
      if (!quoted) {
        end = from;
        while (end < text.length() && text.charAt(end) != '\t' && text.charAt(end) != '\n') {
          end++;
        }
      }
      String cell = text.substring(from, end);
      line += quoted ? (int) cell.chars().filter(letter -> letter == '\n').count() : 0;
      cells.add(
          quoted
              ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
              : cell.strip());
      if (end == text.length() || text.charAt(end) == '\n') {
        rows.add(new TableRow("", begun, cells));
        cells.clear();
        line++;
        begun = line;
      }
      from = end + 1;
    }
    return rows;
  }

  /** Where a cell in quotes ends; -1 when it is none, or its quotes do not close before a gap. */
  private static int quotedEnd(String text, int from) {
    if (from >= text.length() || text.charAt(from) != '"') {
      return -1;
    }
    int at = text.indexOf('"', from + 1);
    while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '"') {
      at = text.indexOf('"', at + 2);
    }
    if (at < 0) {
      return -1;
    }
    int end = at + 1;
    boolean closes = end == text.length() || text.charAt(end) == '\t' || text.charAt(end) == '\n';
    return closes ? end : -1;
  }
}
