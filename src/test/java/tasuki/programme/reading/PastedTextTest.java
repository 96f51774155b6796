package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tasuki.table.TableRow;

class PastedTextTest {

  private static List<List<String>> cells(String text) {
    return PastedText.cells(text).stream().map(TableRow::cells).toList();
  }

  @Test
  void cells_are_apart_by_tabs_and_empty_ones_stay() {
    assertThat(cells("a\t\tb c  d\t\r\n\r\n\t \t\ne"))
        .containsExactly(List.of("a", "", "b c  d", ""), List.of("e"));
  }

  @Test
  void without_a_tab_two_spaces_and_more_part_the_cells() {
    assertThat(cells("  甲事業　　医療課 在宅班   1,200\n乙 事業  課  3"))
        .containsExactly(List.of("甲事業", "医療課 在宅班", "1,200"), List.of("乙 事業", "課", "3"));
  }

  @Test
  void a_cell_of_several_lines_as_excel_copies_it_is_one_cell() {
    List<TableRow> rows = PastedText.cells("\"一\n二 \"\"三\"\"\"\tb\n\"c\td\"\te\n");
    assertThat(rows)
        .containsExactly(
            new TableRow("", 1, List.of("一\n二 \"三\"", "b")),
            new TableRow("", 3, List.of("c\td", "e")));
  }

  @Test
  void a_quote_that_does_not_close_is_a_quote() {
    assertThat(cells("\"a\tb\n\"c\" d\te"))
        .containsExactly(List.of("\"a", "b"), List.of("\"c\" d", "e"));
  }
}
