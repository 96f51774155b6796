package tasuki.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Reads what is packed: an Excel file is a zip, and large texts are handed out in one. */
final class ZipReader {

  private static final int MOST_PARTS = 2_000;

  /** How office programs pack; some of the other ways need libraries that are not here. */
  private static final Set<Integer> METHODS =
      Set.of(
          ZipMethod.STORED.getCode(),
          ZipMethod.DEFLATED.getCode(),
          ZipMethod.ENHANCED_DEFLATED.getCode());

  private final Bounds bounds;

  ZipReader(Bounds bounds) {
    this.bounds = bounds;
  }

  void read(Bytes bytes, Consumer<TableRow> rows) throws IOException {
    try (SeekableByteChannel channel = bytes.channel();
        ZipFile zip = open(channel)) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > MOST_PARTS) {
        throw bounds.tooLarge();
      }
      if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
        throw new UnreadableTableException("table.fault.encrypted", bounds.shown());
      }
      if (entries.stream().anyMatch(entry -> name(entry).equals("xl/workbook.xml"))) {
        new XlsxReader(bounds).read(zip, entries, rows);
      } else {
        ZipArchiveEntry text = onlyText(entries);
        new TextReader(bounds).read(() -> open(zip, text, bounds), rows);
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new UnreadableTableException("table.fault.damaged", bounds.shown());
    }
  }

  private static ZipFile open(SeekableByteChannel channel) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(channel).get();
  }

  private ZipArchiveEntry onlyText(List<ZipArchiveEntry> entries) {
    List<ZipArchiveEntry> texts = new ArrayList<>();
    for (ZipArchiveEntry entry : entries) {
      String name = name(entry).toLowerCase(Locale.ROOT);
      // What a Mac adds to every file it packs.
      boolean shadow = name.startsWith("__macosx/") || name.contains("/.") || name.startsWith(".");
      if (!shadow && (name.endsWith(".csv") || name.endsWith(".tsv"))) {
        texts.add(entry);
      }
    }
    if (texts.size() != 1) {
      throw new UnreadableTableException(
          texts.isEmpty() ? "table.fault.no-excel" : "table.fault.zip-of-many", bounds.shown());
    }
    return texts.getFirst();
  }

  static String name(ZipArchiveEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  /** A part, unpacked no further than the bounds. */
  static InputStream open(ZipFile zip, ZipArchiveEntry entry, Bounds bounds) throws IOException {
    if (!METHODS.contains(entry.getMethod())) {
      throw new ZipException("packed in an unusual way");
    }
    long packed = entry.getCompressedSize();
    bounds.announced(packed, entry.getSize());
    return new FilterInputStream(zip.getInputStream(entry)) {
      private long soFar;

      @Override
      public int read() throws IOException {
        int letter = super.read();
        count(letter < 0 ? 0 : 1);
        return letter;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count(Math.max(0, read));
        return read;
      }

      private void count(int more) {
        soFar += more;
        bounds.unpacked(packed, soFar, more);
      }
    };
  }
}
