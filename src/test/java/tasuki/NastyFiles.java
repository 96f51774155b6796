package tasuki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as they come by mistake or by malice. */
final class NastyFiles {

  private static final byte[] JPEG = latin("\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0\u0001");

  static final String HEADING = "調査名,年月,区域,率,分母,分子\n";

  private NastyFiles() {}

  /** What is given as a picture or a scanned paper, by the name it is sent under. */
  static Map<String, byte[]> papers() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("empty.jpg", new byte[0]);
    files.put("words.jpg", "これは写真ではない".getBytes(StandardCharsets.UTF_8));
    files.put("page.png", latin("<html><script>alert(1)</script></html>"));
    files.put("drawing.svg", latin("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"));
    files.put("program.pdf", latin("MZ\u0090\0\u0003\0\0\0"));
    files.put("cut.jpg", JPEG);
    files.put("cut.pdf", latin("%PDF-1.7\n1 0 obj <<"));
    files.put("script.pdf", latin("%PDF-1.7\n<< /S /JavaScript /JS (app.alert(1)) >>\n%%EOF"));
    files.put("hidden.pdf", latin("%PDF-1.7\n<< /S /J#61vaScript /JS (app.alert(1)) >>\n%%EOF"));
    files.put("bomb.png", bomb());
    files.put("../../etc/passwd.jpg", JPEG);
    files.put("C:\\windows\\x.jpg", JPEG);
    files.put("a\0b.jpg", JPEG);
    files.put("長".repeat(300) + ".jpg", JPEG);
    files.put("\u202Egpj.exe", JPEG);
    files.put("...", JPEG);
    files.put(".jpg", JPEG);
    files.put("\"; filename=\"x.exe", JPEG);
    files.put("large.pdf", large());
    return files;
  }

  /** What is given as a table, by the name it is sent under. */
  static Map<String, byte[]> tables() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String row = "架空調査,2026-04,どこにもない,退院調整率,10,9\n";
    files.put("empty.csv", new byte[0]);
    files.put("nothing.csv", latin("\n\n,,,\n"));
    files.put("columns.csv", utf8("調査名,年月\n架空,2026-04\n"));
    files.put("wide.csv", utf8("列,".repeat(1_000_000) + "\n"));
    files.put("quote.csv", utf8(HEADING + "\"架空調査,2026-04,\n".repeat(3)));
    files.put("numbers.csv", utf8(HEADING + "架空,2026-13,見本県,退院調整率,-1,1e999\n"));
    files.put(
        "many.csv", utf8(HEADING + "架空,9999-99,%0,x,999999999999999999999,NaN\n".repeat(700)));
    files.put("formula.csv", utf8(HEADING + "=cmd|'/c calc'!A1,+1,-1,@x,=1,=2\n"));
    files.put("ms932.csv", (HEADING + row).getBytes(Charset.forName("windows-31j")));
    files.put("utf16.csv", (HEADING + row).getBytes(StandardCharsets.UTF_16));
    files.put("letters.csv", latin("\u00FF\u00FE\u00FD\u0081\u0082\u0083\u00E3"));
    files.put("nul.csv", utf8(HEADING + "a\0b,2026-04,x,退院調整率,1,1\n"));
    files.put("long.csv", utf8(HEADING + "長".repeat(200_000) + ",2026-04,x,退院調整率,1,1\n"));
    files.put("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3, 4});
    files.put("cut.xlsx", Arrays.copyOf(xlsx("<row r='1'><c r='A1'><v>1</v></c></row>"), 200));
    files.put("other.xlsx", zip(Map.of("a.txt", utf8("x"))));
    files.put(
        "far.xlsx",
        xlsx("<row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c></row>"));
    files.put("merged.xlsx", xlsx("<row r='1'><c r='A1'><f>1/0</f><v>#DIV/0!</v></c></row>"));
    files.put("broken.xlsx", xlsx("<row r='1'><c"));
    files.put(
        "entity.xlsx",
        zip(workbook("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "&a;")));
    files.put("bomb.xlsx", zipBomb());
    return files;
  }

  private static byte[] large() {
    byte[] large = new byte[21 * 1024 * 1024];
    System.arraycopy(latin("%PDF-1.7\n"), 0, large, 0, 9);
    return large;
  }

  /** A picture of 60,000 by 60,000 points in a hundred bytes. */
  private static byte[] bomb() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(latin("\u0089PNG\r\n\u001A\n\0\0\0\r"));
    byte[] head = latin("IHDR\0\0\u00EA\u0060\0\0\u00EA\u0060\b\u0006\0\0\0");
    file.writeBytes(head);
    CRC32 sum = new CRC32();
    sum.update(head);
    for (int shift = 24; shift >= 0; shift -= 8) {
      file.write((int) (sum.getValue() >> shift));
    }
    return file.toByteArray();
  }

  private static byte[] xlsx(String rows) {
    return zip(workbook("", rows));
  }

  private static Map<String, byte[]> workbook(String head, String rows) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    String main = " xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    parts.put(
        "xl/workbook.xml",
        utf8(
            "<workbook%s xmlns:r='%s'><sheets><sheet name='s' sheetId='1' r:id='r1'/></sheets></workbook>"
                .formatted(main, office)));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        utf8(
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + "<Relationship Id='r1' Type='"
                + office
                + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        utf8(head + "<worksheet" + main + "><sheetData>" + rows + "</sheetData></worksheet>"));
    return parts;
  }

  /** Four hundred millions of spaces in less than half a million bytes. */
  private static byte[] zipBomb() {
    byte[] piece = new byte[1_000_000];
    Arrays.fill(piece, (byte) ' ');
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (int i = 0; i < 400; i++) {
        zip.write(piece);
      }
      zip.closeEntry();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
