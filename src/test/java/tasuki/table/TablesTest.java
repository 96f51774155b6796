package tasuki.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class TablesTest {

  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final Sheet SHEET =
      new Sheet(
          "退院/調整率",
          "退院調整率 & 件数",
          List.of("令和8年6月"),
          List.of(
              SheetColumn.text("区域", 20),
              SheetColumn.count("件数"),
              SheetColumn.share("率"),
              SheetColumn.day("日")),
          List.of(
              Arrays.asList("髙﨑・中央", 1204L, new BigDecimal("0.815"), LocalDate.of(2026, 6, 30)),
              Arrays.asList("=1+1", 0L, null, LocalDate.of(1999, 12, 31))));

  private static List<TableRow> rows(byte[] bytes) {
    return switch (Tables.read(bytes, "表.xlsx")) {
      case TableReading.Rows(List<TableRow> rows) -> rows;
      case TableReading.Unreadable(Fault fault) -> throw new AssertionError(fault);
    };
  }

  private static String fault(byte[] bytes) {
    return switch (Tables.read(bytes, "表.xlsx")) {
      case TableReading.Rows(List<TableRow> rows) -> "read " + rows.size();
      case TableReading.Unreadable(Fault fault) -> fault.reason();
    };
  }

  @Test
  void what_is_written_as_excel_is_read_again_with_the_same_figures_and_days() {
    List<TableRow> rows = rows(TableWriter.xlsx(List.of(SHEET, SHEET)));
    assertThat(rows).hasSize(10);
    assertThat(rows.get(2).cells()).containsExactly("区域", "件数", "率", "日");
    assertThat(rows.get(3).cells()).containsExactly("髙﨑・中央", "1204", "0.815", "2026-06-30");
    assertThat(rows.get(4).cells()).containsExactly("=1+1", "0", "", "1999-12-31");
    assertThat(rows.get(3).number()).isEqualTo(4);
    assertThat(rows.get(3).sheet()).isEqualTo("退院 調整率");
    assertThat(rows.get(5).sheet()).isEqualTo("退院 調整率 2");
  }

  @Test
  void another_reader_finds_real_numbers_and_days_and_no_formula() throws IOException {
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(TableWriter.xlsx(List.of(SHEET))))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(3).getCellAsNumber(1)).contains(new BigDecimal("1204"));
      assertThat(rows.get(3).getCellAsNumber(2)).contains(new BigDecimal("0.815"));
      assertThat(rows.get(3).getCellAsDate(3)).contains(LocalDate.of(2026, 6, 30).atStartOfDay());
      assertThat(rows.get(4).getCell(0).getFormula()).isNull();
      assertThat(rows.get(4).getCellAsString(0)).contains("=1+1");
    }
  }

  @Test
  void an_excel_file_brings_its_print_area_its_orientation_and_its_heading_on_every_page()
      throws IOException {
    Sheet wide =
        new Sheet("幅", "幅", List.of(), List.of(SheetColumn.text("長い", 120)), List.of(List.of("a")));
    String parts = texts(TableWriter.xlsx(List.of(SHEET, wide)));
    assertThat(parts)
        .contains("_xlnm.Print_Area")
        .contains("_xlnm.Print_Titles")
        .contains("orientation=\"landscape\"")
        .contains("orientation=\"portrait\"")
        .contains("state=\"frozen\"")
        .contains(" &amp;&amp; ");
  }

  private static String texts(byte[] zipped) throws IOException {
    StringBuilder all = new StringBuilder();
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zipped)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }

  @Test
  void csv_is_read_again_in_every_kind_of_letters_and_no_cell_becomes_a_formula() {
    for (byte[] bytes : List.of(TableWriter.csv(SHEET), TableWriter.csvInMs932(SHEET))) {
      List<TableRow> rows = rows(bytes);
      assertThat(rows.get(0).cells()).containsExactly("区域", "件数", "率", "日");
      assertThat(rows.get(1).cells()).containsExactly("髙﨑・中央", "1204", "0.815", "2026-06-30");
      assertThat(rows.get(2).cell(0)).isEqualTo("'=1+1");
    }
    String text = "区域\t件数\r\n中央\t3\r\n";
    assertThat(rows(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).get(1).cells())
        .containsExactly("中央", "3");
    assertThat(rows(text.getBytes(StandardCharsets.UTF_8)).get(1).cells())
        .containsExactly("中央", "3");
    assertThat(rows(text.getBytes(MS932)).get(1).cells()).containsExactly("中央", "3");
    assertThat(rows("a,b\n\"一\n二\",2\n三,4\n".getBytes(StandardCharsets.UTF_8)))
        .extracting(TableRow::number)
        .containsExactly(1, 2, 4);
  }

  @Test
  void a_letter_that_ms932_does_not_have_becomes_a_mark_and_not_an_error() {
    Sheet emoji =
        new Sheet("x", "x", List.of(), List.of(SheetColumn.text("a", 9)), List.of(List.of("𠮷野")));
    assertThat(new String(TableWriter.csvInMs932(emoji), MS932)).contains("〓野");
  }

  @Test
  void what_is_no_table_is_refused_with_the_reason() throws IOException {
    assertThat(fault(new byte[0])).isEqualTo("table.fault.empty");
    assertThat(fault("\n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("table.fault.empty");
    assertThat(fault(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}))
        .isEqualTo("table.fault.old-excel");
    assertThat(fault(zip("readme.txt", "x".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("table.fault.no-excel");
    assertThat(fault(new byte[] {'a', 0, 'b', ',', 'c'})).isEqualTo("table.fault.no-table");
    assertThat(fault(new byte[] {(byte) 0x81, (byte) 0xFD, (byte) 0xFF, ','}))
        .isEqualTo("table.fault.letters");
    assertThat(fault((",".repeat(1_200) + "\n1,2").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("table.fault.wide");
    assertThat(fault(("長".repeat(40_000) + ",2").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("table.fault.long-cell");
  }

  @Test
  void a_file_made_to_fill_the_memory_is_refused_before_it_does() throws IOException {
    assertThat(fault(zip("xl/workbook.xml", new byte[250_000_000]))).isEqualTo("table.fault.large");
    assertThat(fault(excel("<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>")))
        .isEqualTo("table.fault.wide");
    assertThat(fault(excel("<row r=\"1\"><c r=\"A1\"><v>1E999999999</v></c></row>")))
        .isEqualTo("read 1");
    String laughs =
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
    assertThat(fault(excel(laughs, "<row r=\"1\"><c t=\"str\"><v>&b;&c;</v></c></row>")))
        .isIn("table.fault.damaged", "table.fault.empty");
  }

  @Test
  void a_file_cut_off_anywhere_is_rows_or_a_reason() {
    byte[] whole = TableWriter.xlsx(List.of(SHEET));
    for (int length = 0; length < whole.length; length += 37) {
      assertThat(Tables.read(Arrays.copyOf(whole, length), "切.xlsx")).isNotNull();
    }
  }

  @Property(tries = 300)
  void any_bytes_are_rows_or_a_reason(@ForAll byte[] bytes) {
    assertThat(Tables.read(bytes, "x")).isNotNull();
  }

  @Property(tries = 200)
  void an_excel_file_with_any_damage_is_rows_or_a_reason(@ForAll long seed) {
    byte[] bytes = TableWriter.xlsx(List.of(SHEET));
    Random random = new Random(seed);
    for (int i = 0; i < 6; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    assertThat(Tables.read(bytes, "x")).isNotNull();
  }

  @Test
  void an_excel_file_packed_in_any_way_is_rows_or_a_reason() {
    byte[] whole = TableWriter.xlsx(List.of(SHEET));
    for (int method = 0; method < 100; method++) {
      byte[] bytes = whole.clone();
      ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i + 12 < bytes.length; i++) {
        // The head of each part, and its line in the contents.
        switch (file.getInt(i)) {
          case 0x04034B50 -> file.putShort(i + 8, (short) method);
          case 0x02014B50 -> file.putShort(i + 10, (short) method);
          default -> {}
        }
      }
      // What deflate packed, its larger sister (9) may unpack.
      boolean readable = method == 8 || method == 9;
      assertThat(fault(bytes))
          .as("packed as %d", method)
          .isEqualTo(readable ? "read 5" : "table.fault.damaged");
    }
  }

  @Test
  void headings_are_found_below_titles_in_any_order_and_width() {
    List<Column> columns =
        List.of(
            Column.required("area", "区域", "圏域名"),
            Column.required("all", "分母", "対象者数"),
            Column.optional("note", "備考"));
    List<TableRow> rows = rows("退院調整率調査\n\n対象 者数(人),圏域名\n3,中央\n".getBytes(StandardCharsets.UTF_8));
    if (!(Heading.in(rows, columns) instanceof Heading.Found.Here(Heading heading))) {
      throw new AssertionError("no heading");
    }
    assertThat(heading.rowNumber()).isEqualTo(3);
    Cells cells = new Cells(rows.getLast(), heading);
    assertThat(cells.text("area", 10)).isEqualTo("中央");
    assertThat(cells.count("all")).isEqualTo(3);
    assertThat(cells.faults()).isEmpty();
    assertThat(reason(Heading.in(rows("区域,件\n1,2\n".getBytes(StandardCharsets.UTF_8)), columns)))
        .isEqualTo("table.fault.no-heading");
    assertThat(reason(Heading.in(rows("区域,備考\n1,2\n".getBytes(StandardCharsets.UTF_8)), columns)))
        .isEqualTo("table.fault.missing-column");
    assertThat(
            reason(
                Heading.in(rows("区域,分母,対象者数\n1,2,3\n".getBytes(StandardCharsets.UTF_8)), columns)))
        .isEqualTo("table.fault.column-twice");
  }

  private static String reason(Heading.Found found) {
    return found instanceof Heading.Found.Nowhere(Fault fault) ? fault.reason() : "found";
  }

  @Test
  void months_and_counts_are_read_as_people_write_them_and_faults_name_the_place() {
    List<Column> columns = List.of(Column.required("m", "年月"), Column.required("n", "件数"));
    String good = "年月,件数\n2026-06,\"1,204\"\nR8.6,12件\n令和8年6月,0\n202606,1\nR8年6月分,2\n2026/6/15,3";
    List<TableRow> rows = rows(good.getBytes(StandardCharsets.UTF_8));
    if (!(Heading.in(rows, columns) instanceof Heading.Found.Here(Heading heading))) {
      throw new AssertionError("no heading");
    }
    for (TableRow row : rows.subList(1, rows.size())) {
      Cells cells = new Cells(row, heading);
      assertThat(cells.month("m")).as(row.toString()).contains(YearMonth.of(2026, 6));
      cells.count("n");
      assertThat(cells.faults()).isEmpty();
    }
    for (String bad : List.of("6月", "R8.13", "S70.6", "あ")) {
      Cells cells = new Cells(new TableRow("", 7, List.of(bad, "-3")), heading);
      assertThat(cells.month("m")).as(bad).isEmpty();
      cells.count("n");
      assertThat(cells.faults()).hasSize(2);
      ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
      messages.setBasename("messages/table");
      messages.setDefaultEncoding("UTF-8");
      messages.setAlwaysUseMessageFormat(true);
      messages.setFallbackToSystemLocale(false);
      assertThat(cells.faults().getLast().said(messages, Locale.JAPANESE))
          .startsWith("7行目 「件数」: 「-3」");
      assertThat(cells.faults().getLast().said(messages, Locale.ENGLISH))
          .startsWith("row 7 column \"件数\": \"-3\" is not");
    }
  }

  private static byte[] excel(String rows) throws IOException {
    return excel("", rows);
  }

  private static byte[] excel(String before, String rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>");
      put(zip, "xl/s.xml", before + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
