package tasuki.table;

import java.io.IOException;
import java.io.Reader;

/** Hands on a text whose lines may not be longer than any line of a table is. */
final class LineBound extends Reader {

  private static final int LONGEST = 1_000_000;

  /** The parser reads ahead by its buffer, so that much may belong to the next line already. */
  private static final int AHEAD = 1 << 16;

  private final Reader text;
  private final String shown;
  private int taken;

  LineBound(Reader text, String shown) {
    this.text = text;
    this.shown = shown;
  }

  /** A line is done; the next one may be as long again. */
  void next() {
    taken = 0;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int read = text.read(into, from, Math.min(length, AHEAD));
    taken += Math.max(0, read);
    if (taken > LONGEST + AHEAD) {
      throw new UnreadableTableException("table.fault.long-line", shown);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
