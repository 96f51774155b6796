package tasuki.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet of an Excel file. */
final class XlsxSheet {

  private final Bounds bounds;
  private final String name;
  private final List<String> strings;
  private final XlsxDates dates;

  XlsxSheet(Bounds bounds, String name, List<String> strings, XlsxDates dates) {
    this.bounds = bounds;
    this.name = name;
    this.strings = strings;
    this.dates = dates;
  }

  void read(XMLStreamReader reader, Consumer<TableRow> rows) throws XMLStreamException {
    int number = 0;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("row")) {
        number = rowNumber(reader.getAttributeValue(null, "r"), number + 1);
        TableRow row = row(reader, number);
        if (!row.isBlank()) {
          rows.accept(row);
        }
      }
    }
  }

  private static int rowNumber(@Nullable String written, int next) {
    return written == null || !written.matches("\\d{1,7}") ? next : Integer.parseInt(written);
  }

  private TableRow row(XMLStreamReader reader, int number) throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    int column = -1;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("c")) {
        column = columnOf(reader.getAttributeValue(null, "r"), column + 1);
        String text = bounds.clean(number, value(reader));
        if (!text.isEmpty()) {
          while (cells.size() <= column) {
            cells.add("");
          }
          cells.set(column, text);
        }
      }
    }
    bounds.row(number, cells.size());
    return new TableRow(name, number, cells);
  }

  /** The column of a reference such as BC12, counted from 0; too wide ones are refused as such. */
  private static int columnOf(@Nullable String reference, int next) {
    if (reference == null) {
      return next;
    }
    int column = 0;
    for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
      column = column * 26 + Character.toUpperCase(reference.charAt(i)) - 'A' + 1;
      if (column > Bounds.MOST_COLUMNS) {
        return Bounds.MOST_COLUMNS;
      }
    }
    return column < 1 ? next : column - 1;
  }

  private String value(XMLStreamReader reader) throws XMLStreamException {
    String type = reader.getAttributeValue(null, "t");
    String style = reader.getAttributeValue(null, "s");
    StringBuilder raw = new StringBuilder();
    String element = "";
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        element = reader.getLocalName();
        if (element.equals("is")) {
          raw.append(XlsxReader.richText(reader, "is"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        element = "";
        if (reader.getLocalName().equals("c")) {
          break;
        }
      } else if (reader.isCharacters() && element.equals("v")) {
        XlsxReader.append(raw, reader.getText());
      }
    }
    return meaning(type == null ? "n" : type, style, raw.toString());
  }

  private String meaning(String type, @Nullable String style, String raw) {
    return switch (type) {
      case "s" -> shared(raw);
      case "b" -> raw.equals("1") ? "TRUE" : "FALSE";
      case "str", "inlineStr", "e", "d" -> raw;
      default -> number(style, raw.strip());
    };
  }

  private String shared(String raw) {
    if (!raw.strip().matches("\\d{1,8}")) {
      return "";
    }
    int index = Integer.parseInt(raw.strip());
    return index < strings.size() ? strings.get(index) : "";
  }

  private String number(@Nullable String style, String raw) {
    if (raw.isEmpty()) {
      return "";
    }
    // A number with an exponent in the thousands would be written out in as many digits.
    if (raw.length() > 40 || !raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d{1,3})?")) {
      return raw;
    }
    BigDecimal number = new BigDecimal(raw);
    if (dates.isDate(style)) {
      String day = dates.day(number);
      if (day != null) {
        return day;
      }
    }
    // Excel keeps 0.1 + 0.2 as 0.30000000000000004: 15 digits are what was meant.
    BigDecimal plain = number.round(new java.math.MathContext(15)).stripTrailingZeros();
    return plain.scale() < -40 || plain.scale() > 40 ? raw : plain.toPlainString();
  }
}
