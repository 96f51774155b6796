package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/** What holds of every table, however it came about. */
class ReadingPropertyTest {

  private static final List<String> WORDS =
      List.of(
          "",
          "",
          "",
          " ",
          "　",
          "区分",
          "事業区分",
          "新規",
          "再掲",
          "番号",
          "事業名",
          "事業内容",
          "担当課",
          "財源 ①基金②県単",
          "事業費(千円)",
          "決算額 (円)",
          "備考",
          "(1)退院支援(ア)連携",
          "ア 在宅",
          "①-1 施設",
          "② 在宅",
          "小計",
          "合計",
          "(A)",
          "(A)-(B)",
          "純合計",
          "再掲事業計",
          "計",
          "4事業",
          "(4)",
          "1,234",
          "▲5",
          "１２",
          "—",
          "①",
          "②③",
          "○",
          "継続",
          "令和7年度施策一覧",
          "令和7年度(2024年度)一覧",
          "(単位:千円)",
          "甲事業",
          "医療課 ①",
          "※注",
          "- 3 -",
          "参考資料 1",
          "一\n二",
          "99999999999999999999");

  @Provide
  Arbitrary<List<TableRow>> tables() {
    Arbitrary<String> cell =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.of(WORDS)), Tuple.of(1, Arbitraries.strings().ofMaxLength(12)));
    return cell.list()
        .ofMaxSize(11)
        .list()
        .ofMaxSize(25)
        .map(
            rows -> {
              List<TableRow> table = new ArrayList<>();
              for (List<String> cells : rows) {
                table.add(new TableRow("", table.size() + 1, cells));
              }
              return table;
            });
  }

  @Provide
  Arbitrary<@Nullable Columns> chosen() {
    return Arbitraries.of(
        null,
        new Columns(
            2,
            Map.of(Field.NAME, 1, Field.FUNDING, 2, Field.PLANNED, 3, Field.SETTLED, 4),
            Unit.THOUSAND_YEN,
            null));
  }

  @Property(tries = 2_000)
  void every_line_that_is_not_blank_appears_exactly_once(
      @ForAll("tables") List<TableRow> rows, @ForAll("chosen") @Nullable Columns chosen) {
    List<ListReading> readings = ListReader.read(rows, chosen);
    assertThat(readings.stream().flatMap(list -> list.lines().stream()).map(ListLine::source))
        .containsExactlyElementsOf(
            rows.stream().filter(row -> !row.cells().stream().allMatch(String::isBlank)).toList());
    for (ListReading list : readings) {
      Totals.check(list.lines());
      assertThat(ListDoubts.renewed(list.lines())).isEqualTo(list.lines());
    }
  }

  @Property(tries = 2_000)
  void no_amount_is_taken_from_a_line_whose_cells_moved(@ForAll("tables") List<TableRow> rows) {
    for (ListReading list : ListReader.read(rows, null)) {
      for (ProgrammeLine line : list.programmes()) {
        boolean moved =
            line.doubts().stream()
                .anyMatch(doubt -> doubt.reason().weight() == Reason.Weight.MOVED);
        if (moved) {
          assertThat(line.values().planned()).isNull();
          assertThat(line.values().settled()).isNull();
        }
      }
    }
  }

  @Property(tries = 60)
  void width_of_letters_and_separators_of_thousands_change_nothing(@ForAll long seed) {
    Random random = new Random(seed);
    for (String text : List.of(Lists.twoYears(), Lists.fund())) {
      List<TableRow> rows = PastedText.cells(text);
      List<TableRow> other =
          rows.stream()
              .map(row -> with(row, cell -> random.nextBoolean() ? rewritten(cell, random) : cell))
              .toList();
      assertThat(meaning(other)).isEqualTo(meaning(rows));
    }
  }

  private static TableRow with(TableRow row, UnaryOperator<String> change) {
    return new TableRow(row.sheet(), row.number(), row.cells().stream().map(change).toList());
  }

  private static String rewritten(String cell, Random random) {
    String plain = cell.matches("[\\d,]+") && random.nextBoolean() ? cell.replace(",", "") : cell;
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      wide.append(letter > ' ' && letter < 127 ? (char) (letter - '!' + '！') : letter);
    }
    return wide.toString();
  }

  /** What was read, without how it was spelled. */
  private static List<String> meaning(List<TableRow> rows) {
    return ListReader.read(rows, null).stream()
        .flatMap(
            list ->
                Stream.concat(
                    Stream.of(list.year() + " " + list.columns() + list.legend()),
                    list.lines().stream().map(ReadingPropertyTest::meaning)))
        .toList();
  }

  private static String meaning(ListLine line) {
    return Lists.reasons(line).toString()
        + switch (line) {
          case ProgrammeLine programme -> {
            Values values = programme.values();
            yield " "
                + programme.path().stream().map(Heading::mark).toList()
                + values.isNew()
                + values.isRepost()
                + values.number()
                + Plain.key(values.name())
                + values.funding()
                + values.planned()
                + values.settled()
                + (programme.suggestion() == null ? "" : programme.suggestion().planned());
          }
          case TotalLine total ->
              total.kind().name() + total.of() + total.planned() + total.settled() + total.count();
          case HeadingLine heading ->
              String.valueOf(heading.headings().stream().map(Heading::mark).toList());
          case OtherLine other -> other.kind().name();
        };
  }
}
