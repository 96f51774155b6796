package tasuki.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Knows which numbers of an Excel file are days: Excel keeps a day as a number with a format. */
final class XlsxDates {

  private static final Pattern DAY = Pattern.compile("[ymdg]", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_MEANT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");
  private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
  private static final int LAST_DAY = 2_958_465;

  private final List<Boolean> styles;
  private final boolean from1904;

  private XlsxDates(List<Boolean> styles, boolean from1904) {
    this.styles = styles;
    this.from1904 = from1904;
  }

  static XlsxDates of(byte @Nullable [] stylesPart, byte @Nullable [] workbook)
      throws XMLStreamException {
    return new XlsxDates(
        stylesPart == null ? List.of() : styles(stylesPart),
        workbook != null && countsFrom1904(workbook));
  }

  private static List<Boolean> styles(byte[] part) throws XMLStreamException {
    Set<Integer> dateFormats = new HashSet<>();
    List<Boolean> styles = new ArrayList<>();
    boolean inCells = false;
    XMLStreamReader reader = XlsxReader.open(part);
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("cellXfs")) {
        break;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = reader.getLocalName();
      if (element.equals("numFmt") && isDay(reader.getAttributeValue(null, "formatCode"))) {
        dateFormats.add(number(reader.getAttributeValue(null, "numFmtId")));
      }
      inCells = inCells || element.equals("cellXfs");
      if (inCells && element.equals("xf")) {
        int format = number(reader.getAttributeValue(null, "numFmtId"));
        styles.add(isBuiltInDay(format) || dateFormats.contains(format));
      }
    }
    return styles;
  }

  /** The formats that every Excel knows, and those of the Japanese one (27–36, 50–58). */
  private static boolean isBuiltInDay(int format) {
    return format >= 14 && format <= 17
        || format == 22
        || format >= 27 && format <= 31
        || format == 36
        || format >= 50 && format <= 54
        || format == 57
        || format == 58;
  }

  private static boolean isDay(@Nullable String format) {
    return format != null
        && format.length() < 300
        && DAY.matcher(NOT_MEANT.matcher(format).replaceAll("")).find();
  }

  private static int number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,8}") ? -1 : Integer.parseInt(text);
  }

  private static boolean countsFrom1904(byte[] workbook) throws XMLStreamException {
    XMLStreamReader reader = XlsxReader.open(workbook);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("workbookPr")) {
        String since = reader.getAttributeValue(null, "date1904");
        return since != null && (since.equals("1") || since.equals("true"));
      }
    }
    return false;
  }

  boolean isDate(@Nullable String style) {
    int index = number(style);
    return index >= 0 && index < styles.size() && styles.get(index);
  }

  /** The day of a serial number; null where it means none. */
  @Nullable String day(BigDecimal serial) {
    int whole = serial.setScale(0, RoundingMode.FLOOR).min(BigDecimal.valueOf(LAST_DAY)).intValue();
    if (whole < 1) {
      return null;
    }
    // Excel takes 1900 for a leap year, so its first 59 days are one off.
    int days = from1904 || whole > 59 ? whole : whole + 1;
    return (from1904 ? SINCE_1904 : SINCE_1900).plusDays(days).toString();
  }
}
