package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tasuki.calendar.FiscalYear;
import tasuki.table.TableRow;

/** Each kind of doubt has a line that is known to be bad. */
class DoubtsTest {

  private static List<Reason> doubted(String line) {
    return Lists.reasons(Lists.first(line));
  }

  @Test
  void a_line_in_which_everything_stands_where_it_belongs_is_sound() {
    ProgrammeLine line = Lists.first("訪問診療\t○\t\t1\t甲事業\t内容\t医療課 在宅班\t②③\t1,200\t1,199,001\t新規\n");
    assertThat(line.doubts()).isEmpty();
    assertThat(line.values())
        .isEqualTo(
            new Values(
                "訪問診療",
                true,
                false,
                "1",
                "甲事業",
                "内容",
                "医療課 在宅班",
                List.of("②", "③"),
                1_200_000L,
                1_199_001L,
                "新規"));
  }

  @Test
  void a_mark_of_money_at_the_end_of_the_division_and_a_number_in_its_place_are_a_shift() {
    String shifted = "\t\t\t1\t甲事業\t内容\t医療課 ②③\t1,200\t1,199,001\t\t継続\n";
    ProgrammeLine line = Lists.first(shifted);
    assertThat(Lists.reasons(line))
        .containsExactly(Reason.MARK_IN_DIVISION, Reason.NUMBER_IN_FUNDING);
    assertThat(line.values().planned()).isNull();
    assertThat(Lists.suggestion(line).division()).isEqualTo("医療課");
    assertThat(Lists.suggestion(line).funding()).containsExactly("②", "③");
    assertThat(Lists.suggestion(line).planned()).isEqualTo(1_200_000L);
    assertThat(Lists.suggestion(line).settled()).isEqualTo(1_199_001L);
  }

  @Test
  void a_line_one_cell_too_far_to_the_left_or_right_is_offered_shifted_back() {
    Values expected = Lists.first("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,199,001\t\n").values();
    ProgrammeLine left = Lists.first("\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,199,001\t\n");
    assertThat(left.isSound()).isFalse();
    assertThat(left.values().planned()).isNull();
    assertThat(left.suggestion()).isEqualTo(expected);
    ProgrammeLine right = Lists.first("\t\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,199,001\n");
    assertThat(right.isSound()).isFalse();
    assertThat(right.values().planned()).isNull();
    assertThat(right.suggestion()).isEqualTo(expected);
  }

  @Test
  void nothing_is_suggested_where_two_ways_back_are_possible() {
    ProgrammeLine line = Lists.first("\t\t\t1\t甲事業\t内容\t医療課 ①\t300\t1,200\t1,199,001\t\n");
    assertThat(Lists.reasons(line)).contains(Reason.MORE_NUMBERS);
    assertThat(line.suggestion()).isNull();
    assertThat(line.values().planned()).isNull();
  }

  @Test
  void more_or_fewer_numbers_than_columns_of_money_leave_no_amount() {
    ProgrammeLine more = Lists.first("\t\t\t1\t甲事業\t内容\t300\t①\t1,200\t1,199,001\t\n");
    assertThat(Lists.reasons(more)).contains(Reason.MORE_NUMBERS, Reason.NUMBER_IN_TEXT);
    assertThat(more.values().settled()).isNull();
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t300\n"))
        .containsExactly(Reason.MORE_NUMBERS);
    ProgrammeLine fewer = Lists.first("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,199,001\t\t\n");
    assertThat(Lists.reasons(fewer)).containsExactly(Reason.FEWER_NUMBERS);
    assertThat(fewer.values().planned()).isNull();
  }

  @Test
  void a_dash_says_that_nothing_is_settled_and_is_no_doubt() {
    ProgrammeLine line = Lists.first("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t—\t\n");
    assertThat(line.doubts()).isEmpty();
    assertThat(line.values().planned()).isEqualTo(1_200_000L);
    assertThat(line.values().settled()).isNull();
  }

  @Test
  void before_the_year_is_settled_an_empty_column_is_no_doubt() {
    ListReading list =
        Lists.only(Lists.TITLE + Lists.HEADINGS + "\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t\t\n");
    assertThat(list.programmes().getFirst().doubts()).isEmpty();
  }

  @Test
  void a_cell_right_of_the_last_column_is_a_doubt() {
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t\t余り\n"))
        .containsExactly(Reason.CELLS_BEYOND);
  }

  @Test
  void the_word_of_a_total_inside_a_programme_is_a_doubt() {
    ProgrammeLine line = Lists.first("\t\t\t1\t甲事業\t内容\t医療課\t小計\t36,798\t35,704,506\t\n");
    assertThat(Lists.reasons(line)).containsExactly(Reason.TOTAL_WORD_INSIDE);
    assertThat(line.values().planned()).isNull();
    assertThat(doubted("\t\t\t1\t甲の設計\t統計\t家計課\t①\t1,200\t1,000\t\n")).isEmpty();
  }

  @Test
  void an_amount_that_is_missing_or_no_number_is_a_doubt() {
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t\t\t\n")).containsExactly(Reason.AMOUNT_MISSING);
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t約1,200\t1,000\t\n"))
        .containsExactly(Reason.NOT_A_NUMBER);
    for (String written : List.of("1,20", "12.5", "1 200", "(1,200", "▲(5)", "99999999999999999")) {
      ProgrammeLine line = Lists.first("\t\t\t1\t甲事業\t内容\t医療課\t①\t" + written + "\t1\t\n");
      assertThat(Lists.reasons(line)).as(written).containsExactly(Reason.NOT_A_NUMBER);
      assertThat(line.values().planned()).isNull();
      assertThat(line.values().settled()).isNull();
    }
  }

  @Test
  void every_way_of_writing_less_than_nothing_is_read_and_shown_as_a_doubt() {
    for (String written : List.of("▲1,200", "△ 1200", "−1,200", "－１，２００", "(1,200)", "-1200千円")) {
      ProgrammeLine line = Lists.first("\t\t\t1\t甲事業\t内容\t医療課\t①\t" + written + "\t▲5円\t\n");
      assertThat(line.values().planned()).as(written).isEqualTo(-1_200_000L);
      assertThat(line.values().settled()).isEqualTo(-5L);
      assertThat(Lists.reasons(line)).contains(Reason.NEGATIVE_AMOUNT);
    }
  }

  @Test
  void a_unit_in_the_cell_that_is_not_the_column_s_is_a_doubt() {
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200千円\t1,000円\t\n")).isEmpty();
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200,000円\t1,000\t\n"))
        .containsExactly(Reason.UNIT_DIFFERS);
  }

  @Test
  void without_a_unit_no_amount_is_taken_until_a_person_says_it() {
    String text = "令和7年度施策一覧\n事業名\t担当課\t事業費\n甲事業\t医療課\t1,200\n乙事業\t医療課\t3百万円\n";
    ListReading list = Lists.only(text);
    assertThat(list.doubts()).containsExactly(Doubt.of(Reason.UNIT_MISSING));
    assertThat(Lists.reasons(list.programmes().getFirst())).containsExactly(Reason.UNIT_UNKNOWN);
    assertThat(list.programmes().getFirst().values().planned()).isNull();
    assertThat(list.programmes().getLast().values().planned()).isEqualTo(3_000_000L);
    Columns said =
        new Columns(2, list.columns().places(), Unit.THOUSAND_YEN, list.columns().settled());
    ListReading again = ListReader.read(PastedText.cells(text), said).getFirst();
    assertThat(again.programmes().getFirst().values().planned()).isEqualTo(1_200_000L);
    assertThat(again.doubts()).isEmpty();
  }

  @Test
  void a_note_above_the_table_says_the_unit_and_a_page_with_another_one_is_a_doubt() {
    String page = "事業名\t担当課\t事業費\n甲事業\t医療課\t1,200\n";
    ListReading one = Lists.only("令和7年度施策一覧\n\t\t(単位：千円)\n" + page + page.replace('甲', '乙'));
    assertThat(one.programmes())
        .extracting(line -> line.values().planned())
        .containsExactly(1_200_000L, 1_200_000L);
    ListReading two =
        Lists.only("令和7年度施策一覧\n(単位:千円)\n" + page + "(単位:円)\n" + page.replace('甲', '乙'));
    assertThat(two.doubts()).contains(Doubt.of(Reason.UNITS_SEVERAL));
    assertThat(two.programmes()).allSatisfy(line -> assertThat(line.values().planned()).isNull());
  }

  @Test
  void marks_and_numbers_that_cannot_be_read_are_doubts() {
    assertThat(doubted("\t再掲\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t\n"))
        .containsExactly(Reason.MARK_UNREADABLE);
    assertThat(doubted("\t一部\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t\n"))
        .containsExactly(Reason.MARK_UNREADABLE);
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\tその 多く\t1,200\t1,000\t\n"))
        .containsExactly(Reason.FUNDING_UNREADABLE);
    assertThat(doubted("\t\t\t一の二\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t\n"))
        .containsExactly(Reason.PROGRAMME_NUMBER_UNREADABLE);
    assertThat(doubted("\t\t\t1\t甲事業(その2\t内容\t医療課\t①\t1,200\t1,000\t\n"))
        .containsExactly(Reason.BRACKETS);
  }

  @Test
  void a_programme_without_a_name_is_a_doubt() {
    assertThat(doubted("\t\t\t1\t\t内容\t医療課\t①\t1,200\t1,000\t\n"))
        .containsExactly(Reason.NAME_MISSING);
  }

  @Test
  void more_settled_than_planned_is_a_doubt() {
    assertThat(doubted("\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,200,001\t\n"))
        .containsExactly(Reason.SETTLED_ABOVE_PLANNED);
  }

  @Test
  void a_re_post_needs_an_original_of_the_same_amounts() {
    String original = "\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t\n";
    String repost = "\t\t再掲\t\t甲 事業\t内容\t医療課\t①\t1,200\t1,000\t\n";
    assertThat(Lists.small(original + repost).programmes())
        .allSatisfy(line -> assertThat(line.doubts()).isEmpty());
    assertThat(doubted(repost)).containsExactly(Reason.REPOST_WITHOUT_ORIGINAL);
    ProgrammeLine differs =
        Lists.small(original + repost.replace("1,200", "1,201")).programmes().get(1);
    assertThat(differs.doubts()).containsExactly(Doubt.of(Reason.REPOST_DIFFERS, 3));
    ProgrammeLine named =
        Lists.small(original + repost.replace("再掲", "").replace("事業\t", "事業【再掲】\t"))
            .programmes()
            .get(1);
    assertThat(named.values().isRepost()).isTrue();
    assertThat(named.values().name()).isEqualTo("甲 事業");
    assertThat(named.doubts()).isEmpty();
  }

  @Test
  void the_same_number_twice_is_a_doubt_and_the_same_name_twice_only_told() {
    String one = "\t\t\t1\t甲事業\t内容\t医療課\t①\t1,200\t1,000\t\n";
    List<ProgrammeLine> numbers =
        Lists.small(one + one.replace("甲", "乙").replace("\t1\t", "\t１\t")).programmes();
    assertThat(numbers.get(0).doubts()).containsExactly(Doubt.of(Reason.NUMBER_TWICE, 4));
    assertThat(numbers.get(1).doubts()).containsExactly(Doubt.of(Reason.NUMBER_TWICE, 3));
    List<ProgrammeLine> names = Lists.small(one + one.replace("\t1\t", "\t2\t")).programmes();
    assertThat(names.get(0).doubts()).containsExactly(Doubt.of(Reason.NAME_TWICE, 4));
    assertThat(names.get(0).isSound()).isTrue();
    List<ProgrammeLine> elsewhere =
        Lists.small(one + one.replace("\t1\t", "\t2\t").replace("医療課", "介護課")).programmes();
    assertThat(elsewhere).allSatisfy(line -> assertThat(line.doubts()).isEmpty());
  }

  @Test
  void a_line_nobody_knows_is_a_doubt() {
    ListReading list = Lists.small("\t\t\t\t\t続きの文です。\n頭のない見出し\n※ 注です\n- 3 -\n");
    assertThat(list.lines().subList(2, 6))
        .extracting(line -> ((OtherLine) line).kind())
        .containsExactly(
            OtherLine.Kind.UNKNOWN,
            OtherLine.Kind.UNKNOWN,
            OtherLine.Kind.NOTE,
            OtherLine.Kind.NOTE);
    assertThat(Lists.reasons(list.lines().get(2))).containsExactly(Reason.UNKNOWN_LINE);
  }

  @Test
  void a_table_whose_headings_are_not_known_is_all_in_doubt_until_a_person_names_its_columns() {
    String text = "令和7年度施策一覧\n題目\t所\t額\n甲事業\t医療課\t1,200\n計\t\t1,200\n";
    ListReading list = Lists.only(text);
    assertThat(Lists.only("甲\t乙\t3\n").doubts()).containsExactly(Doubt.of(Reason.NO_COLUMNS));
    assertThat(list.doubts()).containsExactly(Doubt.of(Reason.NO_COLUMNS));
    assertThat(Lists.reasons(list.lines().get(2))).containsExactly(Reason.UNKNOWN_LINE);
    Columns said =
        new Columns(
            2, Map.of(Field.NAME, 0, Field.DIVISION, 1, Field.PLANNED, 2), Unit.THOUSAND_YEN, null);
    ListReading again = ListReader.read(PastedText.cells(text), said).getFirst();
    assertThat(again.title()).isEqualTo("令和7年度施策一覧");
    assertThat(again.programmes()).hasSize(1);
    assertThat(Totals.check(again.lines())).hasSize(1).allMatch(TotalCheck::agrees);
  }

  @Test
  void columns_that_mean_the_same_or_nothing_known_are_told() {
    ListReading list = Lists.only("令和7年度施策一覧\n事業名\t担当課\t効果\t事業費(千円)\t予算額(千円)\n甲\t課\t大\t1\t2\n");
    assertThat(list.doubts())
        .containsExactly(
            Doubt.of(Reason.COLUMN_UNKNOWN, "効果"),
            Doubt.of(Reason.COLUMN_TWICE, "予算額(千円)"),
            Doubt.of(Reason.MONEY_COLUMN_MISSING));
    assertThat(list.programmes().getFirst().values().planned()).isNull();
  }

  @Test
  void a_programme_after_the_sum_of_its_category_needs_a_category_of_its_own() {
    String head = "令和7年度事業一覧\n事業区分\t番号\t事業名\t事業費(千円)\n";
    ListReading list = Lists.only(head + "② 在宅\t1\t甲\t5\n\t2\t乙\t6\n区分② 小計\t\t\t11\n\t3\t丙\t7\n");
    assertThat(list.programmes().get(1).path()).extracting(Heading::mark).containsExactly("②");
    assertThat(list.programmes().get(1).doubts()).isEmpty();
    assertThat(Lists.reasons(list.programmes().get(2))).containsExactly(Reason.HEADING_MISSING);
  }

  @Test
  void a_sum_whose_number_stands_elsewhere_is_a_doubt_and_does_not_agree() {
    ListReading list = Lists.small("\t\t\t\t\t\t小計\t100\t\t\t\n");
    TotalLine total = (TotalLine) list.lines().get(2);
    assertThat(Lists.reasons(total)).containsExactly(Reason.NUMBER_OUT_OF_PLACE);
    assertThat(total.planned()).isNull();
    assertThat(Totals.check(list.lines())).noneMatch(TotalCheck::agrees);
  }

  @Test
  void the_year_of_a_title_is_read_only_when_era_and_western_year_agree() {
    assertThat(YearReading.of("令和７年度（２０２５年度）一覧").year()).isEqualTo(new FiscalYear(2025));
    assertThat(YearReading.of("令和元年度一覧").year()).isEqualTo(new FiscalYear(2019));
    assertThat(YearReading.of("平成31年度一覧").year()).isEqualTo(new FiscalYear(2019));
    assertThat(YearReading.of("R8年度一覧(R7.5.31時点)").year()).isEqualTo(new FiscalYear(2026));
    assertThat(YearReading.of("令和8年度(2025年度)一覧").doubts())
        .containsExactly(Doubt.of(Reason.YEAR_DISAGREES, 2026, 2025));
    assertThat(YearReading.of("令和6年度実績及び令和7年度計画").doubts())
        .containsExactly(Doubt.of(Reason.YEARS_SEVERAL));
    assertThat(YearReading.of("施策一覧").doubts()).containsExactly(Doubt.of(Reason.YEAR_MISSING));
    assertThat(YearReading.of("平成32年度一覧").doubts())
        .containsExactly(Doubt.of(Reason.YEAR_OUTSIDE_ERA, "平成32年度"));
    assertThat(YearReading.of("0007年度一覧").doubts())
        .containsExactly(Doubt.of(Reason.YEAR_OUTSIDE_ERA, 7));
  }

  @Test
  void numbers_and_titles_of_another_sheet_are_another_list() {
    List<TableRow> rows =
        List.of(
            new TableRow("一", 1, List.of("事業名", "担当課", "事業費(円)")),
            new TableRow("一", 2, List.of("甲", "課", "1")),
            new TableRow("二", 1, List.of("表紙")));
    assertThat(ListReader.read(rows, null))
        .extracting(ListReading::sheet)
        .containsExactly("一", "二");
  }
}
