package tasuki.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads tables of any origin. Whatever the bytes are, the answer is rows or a reason. */
public final class Tables {

  private static final int ZIP = 0x504B0304;
  private static final int OLE2 = 0xD0CF11E0;

  /** Excel keeps a file with a password in the old container, under this name. */
  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private static final int HEAD = 1 << 20;

  private Tables() {}

  /**
   * Reads a file by what it contains: Excel (.xlsx), text with commas or tabs in UTF-8, UTF-16 or
   * MS932, or a zip that holds one such text.
   *
   * @param name the file's name, for the messages only
   */
  public static TableReading read(byte[] bytes, String name) {
    List<TableRow> rows = new ArrayList<>();
    try {
      read(Bytes.of(bytes), Bounds.inMemory(shown(name)), rows::add);
      return new TableReading.Rows(rows);
    } catch (UnreadableTableException unreadable) {
      return new TableReading.Unreadable(unreadable.fault());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Reads a file of any size in the same way, row by row and with no more than a few of them in
   * memory. Rows may have been handed over when the file turns out to be damaged further down.
   *
   * @throws UnreadableTableException when it is no table, a damaged one, or one beyond all bounds
   */
  public static void read(ListFile file, Consumer<TableRow> rows) {
    try {
      read(Bytes.of(file.path()), Bounds.rowByRow(shown(file.name())), rows);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Reads the rows below the headings of every sheet that has them.
   *
   * @param columns the headings to look for
   * @throws UnreadableTableException when it is no table, or no sheet has the headings
   */
  public static void read(ListFile file, List<Column> columns, Consumer<Cells> rows) {
    HeadedRows headed = new HeadedRows(columns, rows);
    read(file, headed);
    headed.end();
  }

  /**
   * Reads the rows below headings of which somebody said what they mean.
   *
   * @param signature of the headings
   * @param places the column of each key
   */
  public static void read(
      ListFile file, String signature, Map<String, Integer> places, Consumer<Cells> rows) {
    read(file, new AssignedRows(signature, places, rows));
  }

  /**
   * The first rows of a file.
   *
   * @throws UnreadableTableException when it is no table
   */
  public static List<TableRow> first(ListFile file, int most) {
    List<TableRow> rows = new ArrayList<>();
    try {
      read(
          file,
          row -> {
            rows.add(row);
            if (rows.size() == most) {
              throw new Enough();
            }
          });
    } catch (Enough enough) {
      return rows;
    }
    return rows;
  }

  /** Ends a reading that has what it wants. */
  private static final class Enough extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  private static void read(Bytes bytes, Bounds bounds, Consumer<TableRow> rows) throws IOException {
    byte[] head = head(bytes);
    if (head.length == 0) {
      throw new UnreadableTableException("table.fault.empty", bounds.shown());
    }
    int magic = head.length < 4 ? 0 : magic(head);
    if (magic == OLE2) {
      boolean locked = contains(head, ENCRYPTED);
      throw new UnreadableTableException(
          locked ? "table.fault.encrypted" : "table.fault.old-excel", bounds.shown());
    }
    Handing taken = new Handing(rows);
    try {
      if (magic == ZIP) {
        new ZipReader(bounds).read(bytes, taken);
      } else {
        new TextReader(bounds).read(bytes::open, taken);
      }
    } catch (Handing.Failed failed) {
      throw failed.failure();
    }
    if (!taken.any()) {
      throw new UnreadableTableException("table.fault.empty", bounds.shown());
    }
  }

  private static byte[] head(Bytes bytes) throws IOException {
    try (InputStream input = bytes.open()) {
      return input.readNBytes(HEAD);
    }
  }

  private static int magic(byte[] bytes) {
    return (bytes[0] & 0xFF) << 24
        | (bytes[1] & 0xFF) << 16
        | (bytes[2] & 0xFF) << 8
        | bytes[3] & 0xFF;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  private static String shown(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "");
    int slash = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\'));
    String last = plain.substring(slash + 1);
    return last.length() > 80 ? last.substring(0, 80) : last;
  }

  /** The name of a file on disk, as messages show it. */
  public static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }
}
