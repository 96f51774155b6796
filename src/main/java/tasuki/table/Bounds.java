package tasuki.table;

/** How much of a file is read at most. What goes beyond is refused before it is kept. */
final class Bounds {

  /** More columns than any list of a prefecture has. */
  static final int MOST_COLUMNS = 1_000;

  /** As long as a cell of Excel can be. */
  static final int LONGEST_CELL = 32_767;

  private static final int MOST_CELLS_IN_MEMORY = 6_000_000;
  private static final int MOST_CELLS_OF_A_FILE = 60_000_000;
  private static final long MOST_BYTES_IN_MEMORY = 300_000_000L;
  private static final long MOST_BYTES_OF_A_FILE = 2_000_000_000L;

  /** What is packed tighter than this was made to fill a memory, not to carry a table. */
  private static final int TIGHTEST_PACKING = 200;

  private static final long SMALL = 20_000_000L;

  private final String shown;
  private final long mostCells;
  private final long mostBytes;
  private long cells;
  private long bytes;

  private Bounds(String shown, long mostCells, long mostBytes) {
    this.shown = shown;
    this.mostCells = mostCells;
    this.mostBytes = mostBytes;
  }

  /** For a table whose rows are all kept in memory. */
  static Bounds inMemory(String shown) {
    return new Bounds(shown, MOST_CELLS_IN_MEMORY, MOST_BYTES_IN_MEMORY);
  }

  /** For a table of which one row at a time is kept. */
  static Bounds rowByRow(String shown) {
    return new Bounds(shown, MOST_CELLS_OF_A_FILE, MOST_BYTES_OF_A_FILE);
  }

  /** The file's name for messages. */
  String shown() {
    return shown;
  }

  /** Counts a row before it is kept. */
  void row(int number, int columns) {
    if (columns > MOST_COLUMNS) {
      throw new UnreadableTableException("table.fault.wide", shown, "" + number, MOST_COLUMNS);
    }
    cells += columns;
    if (cells > mostCells) {
      throw tooLarge();
    }
  }

  /** Looks at what a packed part says of itself before it is unpacked; it may lie. */
  void announced(long packed, long unpacked) {
    if (unpacked > mostBytes || isTooTight(packed, unpacked)) {
      throw tooLarge();
    }
  }

  /** Counts what came out of a packed part. */
  void unpacked(long packed, long soFar, int more) {
    bytes += more;
    if (bytes > mostBytes || isTooTight(packed, soFar)) {
      throw tooLarge();
    }
  }

  private static boolean isTooTight(long packed, long unpacked) {
    return unpacked > SMALL && unpacked / TIGHTEST_PACKING > packed;
  }

  UnreadableTableException tooLarge() {
    return new UnreadableTableException("table.fault.large", shown);
  }

  /** A cell's text without control characters and spaces around it. */
  String clean(int row, String text) {
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
