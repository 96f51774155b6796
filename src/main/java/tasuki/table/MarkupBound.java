package tasuki.table;

import java.io.IOException;
import java.io.Reader;

/**
 * Hands on XML in which no tag, attribute or text is longer than a table needs, and nothing that a
 * parser would collect as a whole: no comments, sections, instructions or definitions.
 */
final class MarkupBound extends Reader {

  private static final int LONGEST = 1_000_000;

  private final Reader text;
  private final String shown;
  private boolean begun;
  private long position;
  private int last;
  private int since;

  MarkupBound(Reader text, String shown) {
    this.text = text;
    this.shown = shown;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int read = text.read(into, from, length);
    if (!begun && read > 0) {
      begun = true;
      // The mark of UTF-8 is for the bytes; a parser of letters stumbles over it.
      if (into[from] == '\uFEFF') {
        into[from] = ' ';
        if (read > 1) {
          System.arraycopy(into, from + 1, into, from, --read);
        } else {
          return read(into, from, length);
        }
      }
    }
    for (int i = from; i < from + read; i++) {
      look(into[i]);
    }
    return read;
  }

  private void look(char letter) {
    position++;
    since = letter == '<' ? 0 : since + 1;
    if (since > LONGEST) {
      throw new UnreadableTableException("table.fault.large", shown);
    }
    boolean declaration = letter == '?' && position == 2;
    if (last == '<' && (letter == '!' || letter == '?') && !declaration) {
      throw new UnreadableTableException("table.fault.damaged", shown);
    }
    last = letter;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
