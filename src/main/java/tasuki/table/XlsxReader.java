package tasuki.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads Excel's file format (ECMA-376) part by part, each bounded while it is read: a library that
 * trusts the cell references of a file can be made to fill the memory by one of them. Only the
 * texts that cells share are kept; the rows themselves pass through.
 */
final class XlsxReader {

  private static final long LARGEST_SMALL_PART = 20_000_000;
  private static final long MOST_LETTERS_SHARED = 60_000_000;
  private static final int MOST_STRINGS = 6_000_000;
  private static final XMLInputFactory XML = xml();

  private final Bounds bounds;

  XlsxReader(Bounds bounds) {
    this.bounds = bounds;
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  void read(ZipFile zip, List<ZipArchiveEntry> entries, Consumer<TableRow> rows)
      throws IOException {
    Map<String, ZipArchiveEntry> parts = new HashMap<>();
    entries.forEach(entry -> parts.put(ZipReader.name(entry), entry));
    try {
      byte[] workbook = small(zip, parts.get("xl/workbook.xml"));
      byte[] relations = small(zip, parts.get("xl/_rels/workbook.xml.rels"));
      XlsxDates dates = XlsxDates.of(small(zip, parts.get("xl/styles.xml")), workbook);
      List<String> strings = strings(zip, parts.get("xl/sharedStrings.xml"));
      for (Map.Entry<String, String> sheet : sheets(workbook, relations).entrySet()) {
        ZipArchiveEntry part = parts.get(sheet.getValue());
        if (part != null) {
          try (Reader text = letters(zip, part)) {
            new XlsxSheet(bounds, sheet.getKey(), strings, dates)
                .read(XML.createXMLStreamReader(text), rows);
          }
        }
      }
    } catch (XMLStreamException | IllegalArgumentException broken) {
      throw new UnreadableTableException("table.fault.damaged", bounds.shown());
    }
  }

  /** A part that says how the others belong together. */
  private byte @Nullable [] small(ZipFile zip, @Nullable ZipArchiveEntry part) throws IOException {
    if (part == null) {
      return null;
    }
    try (InputStream content = ZipReader.open(zip, part, bounds)) {
      byte[] bytes = content.readNBytes((int) LARGEST_SMALL_PART);
      if (content.read() >= 0) {
        throw bounds.tooLarge();
      }
      return bytes;
    }
  }

  private Reader letters(ZipFile zip, ZipArchiveEntry part) throws IOException {
    return new MarkupBound(
        new InputStreamReader(
            ZipReader.open(zip, part, bounds),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        bounds.shown());
  }

  static XMLStreamReader open(byte[] part) throws XMLStreamException {
    return XML.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  private List<String> strings(ZipFile zip, @Nullable ZipArchiveEntry part)
      throws IOException, XMLStreamException {
    List<String> strings = new ArrayList<>();
    if (part == null) {
      return strings;
    }
    long letters = 0;
    try (Reader text = letters(zip, part)) {
      XMLStreamReader reader = XML.createXMLStreamReader(text);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("si")) {
          String shared = richText(reader, "si");
          strings.add(shared);
          letters += shared.length();
          if (strings.size() > MOST_STRINGS || letters > MOST_LETTERS_SHARED) {
            throw bounds.tooLarge();
          }
        }
      }
    }
    return strings;
  }

  /** Goes on collecting a text only until it is longer than a cell can be. */
  static void append(StringBuilder text, String piece) {
    if (text.length() <= Bounds.LONGEST_CELL) {
      text.append(piece);
    }
  }

  /** The text of all its runs, without the readings (ふりがな) that Excel keeps beside it. */
  static String richText(XMLStreamReader reader, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    int reading = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        reading += reader.getLocalName().equals("rPh") ? 1 : 0;
        inText = reader.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        reading -= reader.getLocalName().equals("rPh") ? 1 : 0;
        inText = false;
        if (reader.getLocalName().equals(end)) {
          break;
        }
      } else if (reader.isCharacters() && inText && reading == 0) {
        append(text, reader.getText());
      }
    }
    return text.toString();
  }

  /** The visible sheets by name, with the part each one stands in. */
  private static Map<String, String> sheets(byte @Nullable [] workbook, byte @Nullable [] relations)
      throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    if (relations != null) {
      XMLStreamReader reader = open(relations);
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals("Relationship")) {
          String target = String.valueOf(reader.getAttributeValue(null, "Target"));
          targets.put(
              String.valueOf(reader.getAttributeValue(null, "Id")),
              target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    Map<String, String> sheets = new LinkedHashMap<>();
    XMLStreamReader reader = open(workbook == null ? new byte[0] : workbook);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("sheet")) {
        String state = reader.getAttributeValue(null, "state");
        String target = targets.get(relation(reader));
        if (target != null && (state == null || state.equals("visible"))) {
          sheets.put(String.valueOf(reader.getAttributeValue(null, "name")), target);
        }
      }
    }
    return sheets;
  }

  private static String relation(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String space = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals("id") && space != null && !space.isEmpty()) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }
}
