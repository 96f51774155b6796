package tasuki.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads text with commas or tabs. Which letters and which separator is told by the content; for the
 * letters all of it is looked at once before the first row is taken.
 */
final class TextReader {

  /** Where the text comes from, each time from its beginning. */
  interface Source {
    InputStream open() throws IOException;
  }

  /** The letters of a text and how many bytes of a mark stand before it. */
  private record Letters(Charset charset, int mark) {}

  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final int PIECE = 1 << 16;
  private static final int HEAD = 4_000;

  private final Bounds bounds;

  TextReader(Bounds bounds) {
    this.bounds = bounds;
  }

  void read(Source source, Consumer<TableRow> rows) throws IOException {
    Letters letters = letters(source);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(source, letters))
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (LineBound text = new LineBound(open(source, letters), bounds.shown());
        CSVParser parser = format.parse(text)) {
      rows(parser, text, rows);
    } catch (UncheckedIOException | IllegalStateException broken) {
      throw new UnreadableTableException("table.fault.quotes", bounds.shown());
    }
  }

  private void rows(CSVParser parser, LineBound text, Consumer<TableRow> rows) {
    int number = 1;
    for (CSVRecord line : parser) {
      bounds.row(number, line.size());
      List<String> values = new ArrayList<>(line.size());
      for (String value : line) {
        values.add(bounds.clean(number, value));
      }
      TableRow row = new TableRow("", number, values);
      if (!row.isBlank()) {
        rows.accept(row);
      }
      text.next();
      // A quoted cell may hold line breaks; the row is named by the line it begins on.
      number = (int) Math.max(number + 1, parser.getCurrentLineNumber() + 1);
    }
  }

  private Letters letters(Source source) throws IOException {
    byte[] mark;
    try (InputStream input = source.open()) {
      mark = input.readNBytes(3);
    }
    List<Letters> possible =
        startsWith(mark, 0xEF, 0xBB, 0xBF)
            ? List.of(new Letters(StandardCharsets.UTF_8, 3))
            : startsWith(mark, 0xFF, 0xFE)
                ? List.of(new Letters(StandardCharsets.UTF_16LE, 2))
                : startsWith(mark, 0xFE, 0xFF)
                    ? List.of(new Letters(StandardCharsets.UTF_16BE, 2))
                    : List.of(new Letters(StandardCharsets.UTF_8, 0), new Letters(MS932, 0));
    for (Letters letters : possible) {
      if (isWritten(source, letters)) {
        return letters;
      }
    }
    throw new UnreadableTableException("table.fault.letters", bounds.shown());
  }

  /** Whether all of the text is sound in these letters. */
  private boolean isWritten(Source source, Letters letters) throws IOException {
    char[] piece = new char[PIECE];
    try (Reader text = open(source, letters)) {
      for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
        for (int i = 0; i < read; i++) {
          if (piece[i] == '\0') {
            throw new UnreadableTableException("table.fault.no-table", bounds.shown());
          }
        }
      }
      return true;
    } catch (CharacterCodingException otherLetters) {
      return false;
    }
  }

  private static Reader open(Source source, Letters letters) throws IOException {
    InputStream input = new BufferedInputStream(source.open(), PIECE);
    input.skipNBytes(letters.mark());
    return new InputStreamReader(
        input,
        letters
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static boolean startsWith(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The separator that is more frequent in the first lines. */
  private static char delimiter(Source source, Letters letters) throws IOException {
    int tabs = 0;
    int commas = 0;
    try (Reader text = open(source, letters)) {
      for (int i = 0; i < HEAD; i++) {
        int letter = text.read();
        tabs += letter == '\t' ? 1 : 0;
        commas += letter == ',' ? 1 : 0;
        if (letter < 0) {
          break;
        }
      }
    }
    return tabs > commas ? '\t' : ',';
  }
}
