package tasuki.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads text with commas or tabs. Which letters and which separator is told by the content. */
final class TextReader {

  private static final Charset MS932 = Charset.forName("windows-31j");

  private final String shown;

  TextReader(String shown) {
    this.shown = shown;
  }

  List<TableRow> read(byte[] bytes) {
    String text = decode(bytes);
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableTableException("table.fault.no-table", shown);
    }
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(false)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (CSVParser parser = format.parse(new StringReader(text))) {
      return rows(parser);
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      throw new UnreadableTableException("table.fault.quotes", shown);
    }
  }

  private List<TableRow> rows(CSVParser parser) {
    List<TableRow> rows = new ArrayList<>();
    long cells = 0;
    int number = 1;
    for (CSVRecord line : parser) {
      List<String> values = new ArrayList<>(line.size());
      cells += line.size();
      Tables.keepBounds(shown, number, line.size(), cells);
      for (String value : line) {
        values.add(Tables.clean(shown, number, value));
      }
      TableRow row = new TableRow("", number, values);
      if (!row.isBlank()) {
        rows.add(row);
      }
      // A quoted cell may hold line breaks; the row is named by the line it begins on.
      number = (int) Math.max(number + 1, parser.getCurrentLineNumber() + 1);
    }
    return rows;
  }

  private String decode(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return strictly(bytes, 3, StandardCharsets.UTF_8).orElseThrow(this::unknownLetters);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return strictly(bytes, 2, StandardCharsets.UTF_16LE).orElseThrow(this::unknownLetters);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return strictly(bytes, 2, StandardCharsets.UTF_16BE).orElseThrow(this::unknownLetters);
    }
    return strictly(bytes, 0, StandardCharsets.UTF_8)
        .or(() -> strictly(bytes, 0, MS932))
        .orElseThrow(this::unknownLetters);
  }

  private UnreadableTableException unknownLetters() {
    return new UnreadableTableException("table.fault.letters", shown);
  }

  private static Optional<String> strictly(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException otherLetters) {
      return Optional.empty();
    }
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
  private static char delimiter(String text) {
    String head = text.substring(0, Math.min(text.length(), 4_000));
    long tabs = head.chars().filter(letter -> letter == '\t').count();
    long commas = head.chars().filter(letter -> letter == ',').count();
    return tabs > commas ? '\t' : ',';
  }
}
