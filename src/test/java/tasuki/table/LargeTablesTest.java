package tasuki.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files read row by row: the same letters, the same refusals, and no more memory for a longer file.
 */
class LargeTablesTest {

  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String TEXT = "箱,名前\n赤,髙﨑\n青,まり\n";

  @TempDir private Path folder;

  private ListFile file(byte[] bytes) throws IOException {
    return new ListFile(Files.write(folder.resolve("表"), bytes), "表.csv");
  }

  private List<TableRow> rows(byte[] bytes) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    Tables.read(file(bytes), rows::add);
    return rows;
  }

  private String fault(byte[] bytes) throws IOException {
    try {
      return "read " + rows(bytes).size();
    } catch (UnreadableTableException unreadable) {
      return unreadable.fault().reason();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(utf8(namesAndTexts[i + 1]));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void every_kind_of_letters_is_told_by_the_content() throws IOException {
    for (byte[] bytes :
        List.of(
            utf8(TEXT),
            utf8("\uFEFF" + TEXT),
            TEXT.getBytes(MS932),
            ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE),
            TEXT.getBytes(StandardCharsets.UTF_16),
            utf8(TEXT.replace(',', '\t')),
            zip("all.csv", TEXT),
            zip("__MACOSX/._all.csv", "x", "folder/all.CSV", TEXT, "readme.txt", "x"))) {
      assertThat(rows(bytes)).extracting(row -> row.cell(1)).containsExactly("名前", "髙﨑", "まり");
    }
  }

  @Test
  void ms932_is_told_even_when_it_begins_deep_in_the_file() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("a,b\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes("赤,髙\n".getBytes(MS932));
    assertThat(rows(bytes.toByteArray()).getLast().cells()).containsExactly("赤", "髙");
  }

  @Test
  void what_is_no_table_is_refused_with_the_reason() throws IOException {
    byte[] locked = new byte[4_096];
    System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, locked, 0, 4);
    assertThat(fault(locked)).isEqualTo("table.fault.old-excel");
    byte[] word = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(word, 0, locked, 1_000, word.length);
    assertThat(fault(locked)).isEqualTo("table.fault.encrypted");
    byte[] secret = zip("all.csv", TEXT);
    // The bit that says so, in the head of the part and in the list at the end.
    secret[6] |= 1;
    int list = new String(secret, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    secret[list + 8] |= 1;
    assertThat(fault(secret)).isEqualTo("table.fault.encrypted");
    assertThat(fault(new byte[0])).isEqualTo("table.fault.empty");
    assertThat(fault(zip("readme.txt", TEXT))).isEqualTo("table.fault.no-excel");
    assertThat(fault(zip("a.csv", TEXT, "b.csv", TEXT))).isEqualTo("table.fault.zip-of-many");
    assertThat(fault(new byte[] {'a', 0, 'b'})).isEqualTo("table.fault.no-table");
    assertThat(fault(new byte[] {(byte) 0x81, (byte) 0xFD, (byte) 0xFF, ','}))
        .isEqualTo("table.fault.letters");
    assertThat(fault(utf8(",".repeat(1_200) + "\n"))).isEqualTo("table.fault.wide");
    assertThat(fault(utf8("長".repeat(40_000) + ",2"))).isEqualTo("table.fault.long-cell");
    assertThat(fault(utf8("a,b\n\"" + "x,y\n".repeat(1_000_000))))
        .isEqualTo("table.fault.long-line");
    assertThat(fault(utf8("a".repeat(50_000_000)))).isEqualTo("table.fault.long-line");
  }

  @Test
  void random_bytes_are_rows_or_a_reason() throws IOException {
    Random random = new Random(20261128);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(5_000)];
      random.nextBytes(bytes);
      if (i % 3 == 0 && bytes.length > 4) {
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, bytes, 0, 4);
      }
      assertThat(fault(bytes)).isNotEmpty();
    }
  }

  @Test
  void what_is_packed_to_fill_a_memory_is_refused_while_it_is_unpacked() throws IOException {
    String spaces = " ".repeat(1_000_000);
    for (String part : List.of("all.csv", "xl/worksheets/sheet1.xml")) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        if (part.endsWith(".xml")) {
          workbook(zip);
        }
        zip.putNextEntry(new ZipEntry(part));
        for (int i = 0; i < 300; i++) {
          zip.write(utf8("\n" + spaces));
        }
        zip.closeEntry();
      }
      assertThat(fault(bytes.toByteArray())).as(part).isEqualTo("table.fault.large");
    }
  }

  private static void workbook(ZipOutputStream zip) throws IOException {
    zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
    zip.write(
        utf8(
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>"));
    zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
    zip.write(
        utf8(
            "<Relationships><Relationship Id=\"r1\""
                + " Target=\"worksheets/sheet1.xml\"/></Relationships>"));
    zip.closeEntry();
  }

  private byte[] excel(String sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      workbook(zip);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(utf8(sheet));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  @Test
  void nothing_in_an_excel_file_is_longer_than_a_table_needs() throws IOException {
    String row =
        "<worksheet><sheetData><row><c t=\"str\"><v>a</v></c></row></sheetData></worksheet>";
    assertThat(fault(excel("\uFEFF<?xml version=\"1.0\"?>" + row))).isEqualTo("read 1");
    assertThat(fault(excel("<!-- note -->" + row))).isEqualTo("table.fault.damaged");
    assertThat(fault(excel(row.replace("<row>", "<row x=\"" + "y".repeat(1_500_000) + "\">"))))
        .isEqualTo("table.fault.large");
    assertThat(fault(excel(row.replace(">a<", ">" + "a".repeat(40_000) + "<"))))
        .isEqualTo("table.fault.long-cell");
  }

  @Test
  void a_large_file_passes_row_by_row() throws IOException {
    Path path = folder.resolve("大.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i < 250_000; i++) {
        out.write(utf8(i + ",病院" + ",x".repeat(22) + "\n"));
      }
    }
    AtomicInteger read = new AtomicInteger();
    Tables.read(
        new ListFile(path, "大.csv"),
        row -> {
          assertThat(row.cells()).hasSize(24);
          read.incrementAndGet();
        });
    assertThat(read).hasValue(250_000);
  }

  @Test
  void a_large_excel_file_passes_row_by_row() throws IOException {
    StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
    for (int i = 1; i <= 60_000; i++) {
      sheet.append("<row r=\"").append(i).append("\">");
      sheet.append("<c t=\"str\"><v>").append(i * 7919 % 10_007).append("</v></c></row>");
    }
    sheet.append("</sheetData></worksheet>");
    assertThat(rows(excel(sheet.toString()))).hasSize(60_000);
  }

  @Test
  void whoever_takes_a_row_is_not_mistaken_for_the_file() throws IOException {
    ListFile file = file(utf8(TEXT));
    assertThatThrownBy(
            () ->
                Tables.read(
                    file,
                    _ -> {
                      throw new IllegalStateException("mine");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mine");
  }

  @Test
  void sheets_without_the_headings_are_passed_over() throws IOException {
    List<Column> columns = List.of(Column.required("box", "箱"), Column.required("name", "名前"));
    byte[] bytes =
        TableWriter.xlsx(
            List.of(
                new Sheet("注", "注", List.of("読み方"), List.of(SheetColumn.text("説明", 9)), List.of()),
                new Sheet(
                    "表",
                    "表",
                    List.of(),
                    List.of(SheetColumn.text("名前", 9), SheetColumn.text("箱", 9)),
                    List.of(Arrays.asList("こま", "赤")))));
    List<String> found = new ArrayList<>();
    Tables.read(file(bytes), columns, cells -> found.add(cells.plain("box") + cells.plain("name")));
    assertThat(found).containsExactly("赤こま");
    assertThatThrownBy(() -> Tables.read(file(utf8("a,b\n1,2\n")), columns, _ -> {}))
        .isInstanceOf(UnreadableTableException.class);
  }
}
