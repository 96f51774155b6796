package tasuki.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes tables as Excel, ready for the printer, and as CSV in the letters of either world. */
public final class TableWriter {

  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String HEAD_COLOUR = "D9E6FF";
  private static final String FONT = "Yu Gothic";
  private static final String FORMULA_STARTS = "=+-@\t\r";
  private static final int LONGEST_SHEET_NAME = 31;

  private TableWriter() {}

  /** An Excel file of these sheets. */
  public static byte[] xlsx(List<Sheet> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> names = new HashSet<>();
    try (Workbook workbook = new Workbook(bytes, "Tasuki", "1.0")) {
      for (Sheet sheet : sheets) {
        write(sheet, workbook.newWorksheet(sheetName(sheet.name(), names)));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(Sheet sheet, Worksheet page) {
    int last = Math.max(0, sheet.columns().size() - 1);
    page.value(0, 0, sheet.title());
    page.style(0, 0).bold().fontSize(14).set();
    int line = 1;
    for (String note : sheet.notes()) {
      page.value(line++, 0, note);
    }
    int head = line;
    for (int column = 0; column <= last; column++) {
      page.width(column, sheet.columns().get(column).width());
      page.value(head, column, sheet.columns().get(column).label());
    }
    page.range(head, 0, head, last)
        .style()
        .bold()
        .wrapText(true)
        .verticalAlignment("center")
        .horizontalAlignment("center")
        .fillColor(HEAD_COLOUR)
        .borderStyle(BorderStyle.THIN)
        .set();
    for (List<@Nullable Object> row : sheet.rows()) {
      line++;
      for (int column = 0; column <= last; column++) {
        value(page, line, column, column < row.size() ? row.get(column) : null);
        style(page, line, column, sheet.columns().get(column).kind());
      }
    }
    page.freezePane(1, head + 1);
    printing(sheet, page, head, line, last);
  }

  private static void value(Worksheet page, int line, int column, @Nullable Object value) {
    switch (value) {
      case null -> page.value(line, column, "");
      case Number number -> page.value(line, column, number);
      case LocalDate day -> page.value(line, column, day);
      default -> page.value(line, column, value.toString());
    }
  }

  private static void style(Worksheet page, int line, int column, SheetColumn.Kind kind) {
    var style = page.style(line, column).borderStyle(BorderStyle.THIN);
    switch (kind) {
      case TEXT -> style.wrapText(true).verticalAlignment("top").set();
      case COUNT -> style.format("#,##0").horizontalAlignment("right").set();
      case NUMBER -> style.horizontalAlignment("right").set();
      case SHARE -> style.format("0.0%").horizontalAlignment("right").set();
      case DAY -> style.format("yyyy/mm/dd").set();
    }
  }

  private static void printing(Sheet sheet, Worksheet page, int head, int line, int last) {
    page.addNamedRange(page.range(0, 0, line, last), "_xlnm.Print_Area");
    page.repeatRows(head);
    int width = sheet.columns().stream().mapToInt(SheetColumn::width).sum();
    page.pageOrientation(width > 90 ? "landscape" : "portrait");
    page.paperSize(PaperSize.A4_PAPER);
    page.setFitToPage(true);
    page.fitToWidth((short) 1);
    page.fitToHeight((short) 0);
    page.header(sheet.title().replace("&", "&&"), Position.LEFT, FONT, 10);
    page.header("&D", Position.RIGHT, FONT, 10);
    page.footer("&P / &N", Position.CENTER, FONT, 10);
  }

  /** A name that Excel accepts and no other sheet has. */
  private static String sheetName(String wanted, Set<String> taken) {
    String plain = wanted.replaceAll("[\\[\\]*/\\\\?:'\\p{Cntrl}]", " ").strip();
    String name = cut(plain.isEmpty() ? "Sheet" : plain, LONGEST_SHEET_NAME);
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = cut(plain, LONGEST_SHEET_NAME - 4) + " " + number;
    }
    return name;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /** CSV in UTF-8, with the mark by which Excel knows it. */
  public static byte[] csv(Sheet sheet) {
    return ("\uFEFF" + lines(sheet)).getBytes(StandardCharsets.UTF_8);
  }

  /** CSV in MS932 for older programs; letters it does not have become 〓. */
  public static byte[] csvInMs932(Sheet sheet) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Lines lines = linesInMs932(bytes, sheet.columns())) {
      sheet.rows().forEach(lines::add);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String lines(Sheet sheet) {
    StringWriter text = new StringWriter();
    try (Lines lines = new Lines(text, sheet.columns())) {
      sheet.rows().forEach(lines::add);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /**
   * Begins a CSV of any length, in UTF-8 with the mark by which Excel knows it if the writer writes
   * UTF-8.
   */
  public static Lines lines(Writer target, List<SheetColumn> columns) throws IOException {
    target.write('\uFEFF');
    return new Lines(target, columns);
  }

  /** Begins a CSV of any length in MS932; letters it does not have become 〓. */
  public static Lines linesInMs932(OutputStream target, List<SheetColumn> columns)
      throws IOException {
    CharsetEncoder encoder =
        MS932
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith("〓".getBytes(MS932));
    return new Lines(new OutputStreamWriter(target, encoder), columns);
  }

  /** The rows of a CSV, written one by one. */
  public static final class Lines implements AutoCloseable {

    private final CSVPrinter printer;

    private Lines(Writer target, List<SheetColumn> columns) throws IOException {
      printer =
          new CSVPrinter(target, CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get());
      printer.printRecord(columns.stream().map(column -> guarded(column.label())).toList());
    }

    /** Adds a row: texts, numbers, days, or null for an empty cell. */
    public void add(List<@Nullable Object> row) {
      try {
        printer.printRecord(row.stream().map(TableWriter::cell).toList());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() throws IOException {
      printer.flush();
    }
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case LocalDate day -> day.toString();
      default -> guarded(value.toString());
    };
  }

  /** A text that a spreadsheet would take for a formula is marked as a text. */
  static String guarded(String text) {
    return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
