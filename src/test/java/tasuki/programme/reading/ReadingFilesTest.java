package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import tasuki.table.TableReading;
import tasuki.table.TableRow;
import tasuki.table.Tables;

/** The same lists as files, and as long as a list can be. */
class ReadingFilesTest {

  private static List<TableRow> rows(byte[] file) {
    return ((TableReading.Rows) Tables.read(file, "一覧")).rows();
  }

  /** The list of the fund on one sheet: numbers are numbers, categories and totals are merged. */
  private static byte[] merged() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("事業一覧");
      List<TableRow> rows = PastedText.cells(Lists.fund());
      int first = -1;
      for (int i = 0; i < rows.size(); i++) {
        List<String> cells = rows.get(i).cells();
        for (int column = 0; column < cells.size(); column++) {
          write(sheet, i, column, cells.get(column));
        }
        boolean continues = cells.size() > 2 && cells.getFirst().isEmpty();
        boolean programme = cells.size() > 2 && cells.get(1).matches("\\d+");
        if (!continues || !programme) {
          if (first >= 0 && i - 1 > first) {
            sheet.range(first, 0, i - 1, 0).merge();
          }
          first = programme ? i : -1;
        }
        if (cells.size() == 1) {
          sheet.range(i, 0, i, 5).merge();
        } else if (!programme && cells.getFirst().contains("計")) {
          sheet.range(i, 0, i, 3).merge();
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void write(Worksheet sheet, int row, int column, String text) {
    if (text.matches("\\d{1,3}(,\\d{3})*|\\d+")) {
      sheet.value(row, column, Long.valueOf(text.replace(",", "")));
    } else if (!text.isEmpty()) {
      sheet.value(row, column, text.replace(" ", "\n"));
    }
  }

  @Test
  void the_list_of_the_fund_is_the_same_from_excel_with_merged_cells() throws IOException {
    List<ListReading> readings = ListReader.read(rows(merged()), null);
    assertThat(readings).hasSize(1);
    PrintedListsTest.fund(readings.getFirst());
    assertThat(
            readings.getFirst().programmes().stream()
                .map(line -> line.path().getFirst().name())
                .distinct())
        .contains("医療従事者の確保")
        .hasSize(5);
  }

  @Test
  void both_lists_are_the_same_from_a_file_of_tabs_or_commas() {
    for (String text : List.of(Lists.twoYears(), Lists.fund())) {
      List<ListReading> pasted = Lists.read(text);
      String commas =
          text.lines()
              .map(line -> "\"" + line.replace("\t", "\",\"") + "\"")
              .reduce("", (all, line) -> all + line + "\r\n");
      for (byte[] file :
          List.of(
              text.getBytes(StandardCharsets.UTF_8),
              commas.getBytes(StandardCharsets.UTF_8),
              commas.getBytes(Charset.forName("windows-31j")))) {
        List<ListReading> read = ListReader.read(rows(file), null);
        assertThat(values(read)).isEqualTo(values(pasted));
      }
    }
  }

  private static List<Values> values(List<ListReading> readings) {
    return readings.stream()
        .flatMap(list -> list.programmes().stream())
        .map(ProgrammeLine::values)
        .toList();
  }

  /** Not a time: machines differ, and a busy one takes twice as long for the same work. */
  @Test
  void four_times_the_lines_take_about_four_times_the_work_sound_or_shifted() {
    for (String line :
        List.of(
            "\t\t\t%d\t事業%d\t内容の文です\t医療課 在宅班\t①\t1,200\t1,199,001\t継続\n",
            "\t\t\t%d\t事業%d\t内容の文です\t医療課 在宅班 ①\t1,200\t1,199,001\t\t継続\n",
            "\t\t%d\t事業%d\t内容の文です\t医療課 在宅班\t①\t1,200\t1,199,001\t継続\n")) {
      long few = work(line, 5_000);
      long many = work(line, 20_000);
      assertThat((double) many / few).isLessThan(10);
    }
  }

  /** Nanoseconds of this thread for reading so many lines, the least of four rounds. */
  private static long work(String line, int lines) {
    StringBuilder text = new StringBuilder(Lists.TITLE + Lists.HEADINGS);
    for (int i = 0; i < lines; i++) {
      text.append(line.formatted(i, i));
    }
    List<TableRow> rows = PastedText.cells(text.toString());
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 4; round++) {
      long from = thread.getCurrentThreadCpuTime();
      List<ListReading> readings = ListReader.read(rows, null);
      Totals.check(readings.getFirst().lines());
      least = Math.min(least, thread.getCurrentThreadCpuTime() - from);
      assertThat(readings.getFirst().programmes()).hasSize(lines);
    }
    return least;
  }

  @Test
  void a_cell_as_long_as_excel_allows_takes_no_time() {
    List<TableRow> rows = new ArrayList<>(PastedText.cells(Lists.TITLE + Lists.HEADINGS));
    for (String piece : List.of(" ", "①", "① ", "(", "計", "1", ",", "-", "基金", "事業 \n")) {
      String cell = "甲" + piece.repeat(32_000 / piece.length());
      List<String> all = List.of(cell, cell, cell, cell, cell, cell, cell, cell, cell, cell, cell);
      rows.add(new TableRow("", rows.size() + 1, all));
      rows.add(new TableRow("", rows.size() + 1, List.of(cell.substring(1) + "甲")));
    }
    // Read again and again from the start of a cell it would take minutes.
    assertTimeout(Duration.ofSeconds(30), () -> ListReader.read(rows, null));
  }

  @Test
  void every_reason_is_said_in_both_languages_with_all_its_values() {
    for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
      ResourceBundle words =
          ResourceBundle.getBundle(
              "messages.programme",
              locale,
              ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
      for (Reason reason : Reason.values()) {
        String said =
            new MessageFormat(words.getString(reason.key()), locale)
                .format(new Object[] {"x", "y"});
        assertThat(said).doesNotContain("{").doesNotContain("''");
      }
    }
  }
}
