package tasuki.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Reads Excel's file format (ECMA-376) part by part, each bounded before it is read: a library that
 * trusts the cell references of a file can be made to fill the memory by one of them.
 */
final class XlsxReader {

  private static final int MOST_PARTS = 2_000;
  private static final long LARGEST_PART = 200_000_000;
  private static final long LARGEST_TOGETHER = 300_000_000;
  private static final XMLInputFactory XML = xml();

  private final String shown;
  private long cells;

  XlsxReader(String shown) {
    this.shown = shown;
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  List<TableRow> read(byte[] bytes) {
    Map<String, byte[]> parts = parts(bytes);
    if (!parts.containsKey("xl/workbook.xml")) {
      throw new UnreadableTableException("table.fault.no-excel", shown);
    }
    try {
      List<String> strings = strings(parts.get("xl/sharedStrings.xml"));
      XlsxDates dates = XlsxDates.of(parts.get("xl/styles.xml"), parts.get("xl/workbook.xml"));
      List<TableRow> rows = new ArrayList<>();
      for (Map.Entry<String, String> sheet : sheets(parts).entrySet()) {
        byte[] part = parts.get(sheet.getValue());
        if (part != null) {
          new XlsxSheet(shown, sheet.getKey(), strings, dates).read(part, rows, this::count);
        }
      }
      return rows;
    } catch (XMLStreamException | IllegalArgumentException broken) {
      throw new UnreadableTableException("table.fault.damaged", shown);
    }
  }

  private void count(int row, int columns) {
    cells += columns;
    Tables.keepBounds(shown, row, columns, cells);
  }

  /** The parts that matter, inflated no further than the bounds. */
  private Map<String, byte[]> parts(byte[] bytes) {
    Map<String, byte[]> parts = new HashMap<>();
    long together = 0;
    int number = 0;
    try (ZipFile zip = open(new SeekableInMemoryByteChannel(bytes))) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        if (++number > MOST_PARTS) {
          throw new UnreadableTableException("table.fault.large", shown);
        }
        String name = entry.getName().replace('\\', '/');
        if (name.startsWith("xl/") && (name.endsWith(".xml") || name.endsWith(".rels"))) {
          try (InputStream content = zip.getInputStream(entry)) {
            byte[] part = inflate(content, LARGEST_TOGETHER - together);
            together += part.length;
            parts.put(name, part);
          }
        }
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException broken) {
      throw new UnreadableTableException("table.fault.damaged", shown);
    }
    return parts;
  }

  private static ZipFile open(SeekableInMemoryByteChannel bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(bytes).get();
  }

  private byte[] inflate(InputStream zip, long left) throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] piece = new byte[16_384];
    long size = 0;
    for (int read = zip.read(piece); read >= 0; read = zip.read(piece)) {
      size += read;
      if (size > LARGEST_PART || size > left) {
        throw new UnreadableTableException("table.fault.large", shown);
      }
      kept.write(piece, 0, read);
    }
    return kept.toByteArray();
  }

  static XMLStreamReader open(byte[] part) throws XMLStreamException {
    return XML.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  private List<String> strings(byte @Nullable [] part) throws XMLStreamException {
    List<String> strings = new ArrayList<>();
    if (part == null) {
      return strings;
    }
    XMLStreamReader reader = open(part);
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("si")) {
        strings.add(richText(reader, "si"));
        if (strings.size() > Tables.MOST_CELLS) {
          throw new UnreadableTableException("table.fault.large", shown);
        }
      }
    }
    return strings;
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
        text.append(reader.getText());
      }
    }
    return text.toString();
  }

  /** The visible sheets by name, with the part each one stands in. */
  private static Map<String, String> sheets(Map<String, byte[]> parts) throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    byte[] relations = parts.get("xl/_rels/workbook.xml.rels");
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
    byte[] workbook = parts.getOrDefault("xl/workbook.xml", new byte[0]);
    XMLStreamReader reader = open(workbook);
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
