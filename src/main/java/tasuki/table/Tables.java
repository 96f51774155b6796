package tasuki.table;

import java.nio.file.Path;
import java.util.List;

/** Reads tables of any origin. Whatever the bytes are, the answer is rows or a reason. */
public final class Tables {

  /** More than any list of a prefecture has, and few enough to hold in memory. */
  static final int MOST_CELLS = 6_000_000;

  static final int MOST_COLUMNS = 1_000;

  /** As long as a cell of Excel can be. */
  static final int LONGEST_CELL = 32_767;

  private static final int ZIP = 0x504B0304;
  private static final int OLE2 = 0xD0CF11E0;

  private Tables() {}

  /**
   * Reads a file by what it contains: Excel (.xlsx), or text with commas or tabs in UTF-8, UTF-16
   * or MS932.
   *
   * @param name the file's name, for the messages only
   */
  public static TableReading read(byte[] bytes, String name) {
    String shown = shown(name);
    try {
      int magic = bytes.length < 4 ? 0 : magic(bytes);
      if (bytes.length == 0) {
        throw new UnreadableTableException("table.fault.empty", shown);
      }
      if (magic == OLE2) {
        throw new UnreadableTableException("table.fault.old-excel", shown);
      }
      List<TableRow> rows =
          magic == ZIP ? new XlsxReader(shown).read(bytes) : new TextReader(shown).read(bytes);
      if (rows.isEmpty()) {
        throw new UnreadableTableException("table.fault.empty", shown);
      }
      return new TableReading.Rows(rows);
    } catch (UnreadableTableException unreadable) {
      return new TableReading.Unreadable(unreadable.fault());
    }
  }

  private static int magic(byte[] bytes) {
    return (bytes[0] & 0xFF) << 24
        | (bytes[1] & 0xFF) << 16
        | (bytes[2] & 0xFF) << 8
        | bytes[3] & 0xFF;
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "");
    int slash = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
    String last = plain.substring(slash + 1);
    return last.length() > 80 ? last.substring(0, 80) : last;
  }

  /** The name of a file on disk, as messages show it. */
  public static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Refuses a row that is too wide or a cell that is too long, before it is kept. */
  static void keepBounds(String shown, int row, int columns, long cells) {
    if (columns > MOST_COLUMNS) {
      throw new UnreadableTableException("table.fault.wide", shown, "" + row, MOST_COLUMNS);
    }
    if (cells > MOST_CELLS) {
      throw new UnreadableTableException("table.fault.large", shown);
    }
  }

  /** A cell's text without control characters and spaces around it. */
  static String clean(String shown, int row, String text) {
    if (text.length() > LONGEST_CELL) {
      throw new UnreadableTableException("table.fault.long-cell", shown, "" + row);
    }
    String plain = text;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\n') {
        plain = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "");
        break;
      }
    }
    return plain.strip();
  }
}
