package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tasuki.SharedData;
import tasuki.calendar.FiscalYear;
import tasuki.table.TableRow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists two prefectures printed, read as they are. */
class PrintedListsTest {

  private static final ListReading R6 = Lists.read(Lists.twoYears()).getFirst();
  private static final ListReading R7 = Lists.read(Lists.twoYears()).getLast();

  /** Every line of the list of 2024 whose cells were shifted, told by looking at the file. */
  private static final List<Integer> SHIFTED =
      List.of(
          9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 22, 23, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 36,
          38, 40, 41, 42, 45, 47, 48, 50, 52, 53);

  /** Those of them into which another line's numbers or words slipped as well. */
  private static final List<Integer> MIXED = List.of(9, 10, 12, 16);

  @Test
  void a_file_with_the_lists_of_two_years_is_two_lists() {
    assertThat(Lists.read(Lists.twoYears()))
        .extracting(ListReading::title)
        .containsExactly("令和6年度在宅医療推進施策一覧(R7.5.31時点)", "令和7年度在宅医療推進施策一覧");
    assertThat(R6.year()).isEqualTo(new FiscalYear(2024));
    assertThat(R7.year()).isEqualTo(new FiscalYear(2025));
    assertThat(R6.columns().planned()).isEqualTo(Unit.THOUSAND_YEN);
    assertThat(R6.columns().settled()).isEqualTo(Unit.YEN);
    assertThat(R7.legend()).isEqualTo(Map.of("①", "基金", "②", "県単", "③", "国庫"));
    assertThat(R6.doubts()).isEmpty();
    assertThat(R7.doubts()).isEmpty();
  }

  @Test
  void the_list_of_2025_gives_exactly_its_rows_without_a_doubt() {
    JsonNode expected =
        JsonMapper.shared().readTree(SharedData.at("tables/001_r7_table.json").toFile());
    List<List<Object>> rows = new ArrayList<>();
    for (JsonNode row : expected.get("rows")) {
      rows.add(
          List.of(
              row.get("section").asString(),
              row.get("subsection").isNull() ? "" : row.get("subsection").asString(),
              row.get("serviceType").isNull() ? "" : row.get("serviceType").asString(),
              row.get("new").asBoolean(),
              row.get("repost").asBoolean(),
              row.get("name").asString(),
              row.get("division").asString(),
              row.get("funding").asString(),
              row.get("amountThousandYen").asLong() * 1_000));
    }
    assertThat(R7.programmes().stream().map(PrintedListsTest::row)).isEqualTo(rows);
    assertThat(R7.lines()).allSatisfy(line -> assertThat(line.doubts()).isEmpty());
  }

  private static List<Object> row(ProgrammeLine line) {
    Values values = line.values();
    Heading section = line.path().getFirst();
    Heading under = line.path().getLast();
    return List.of(
        section.mark() + section.name(),
        line.path().size() == 1 ? "" : under.mark() + " " + under.name(),
        values.serviceType(),
        values.isNew(),
        values.isRepost(),
        values.name(),
        values.division(),
        String.join("", values.funding()),
        Objects.requireNonNull(values.planned()));
  }

  @Test
  void the_totals_of_2025_are_what_is_printed() {
    List<TotalCheck> checks = Totals.check(R7.lines());
    assertThat(checks)
        .extracting(check -> check.line().kind(), check -> check.line().planned())
        .containsExactly(
            tuple(TotalLine.Kind.GROSS, 470_375_000L),
            tuple(TotalLine.Kind.REPOSTED, 49_591_000L),
            tuple(TotalLine.Kind.NET, 420_784_000L));
    assertThat(checks).allMatch(TotalCheck::agrees);
  }

  @Test
  void every_shifted_line_of_2024_is_flagged_and_no_other_line_is() {
    assertThat(R6.lines().stream().filter(line -> !line.isSound()))
        .extracting(line -> line.source().number())
        .containsExactlyElementsOf(SHIFTED);
    assertThat(R6.lines().stream().filter(line -> !line.isSound()))
        .allSatisfy(line -> assertThat(Lists.reasons(line)).contains(Reason.MARK_IN_DIVISION));
    // Two headings lost the bracket that opens; that is said, and they stay what they are.
    assertThat(R6.lines().stream().filter(line -> line.isSound() && !line.doubts().isEmpty()))
        .extracting(line -> line.source().number())
        .containsExactly(8, 39);
  }

  @Test
  void no_number_of_a_shifted_line_is_taken() {
    assertThat(R6.programmes()).hasSize(33);
    assertThat(R6.programmes())
        .allSatisfy(
            line -> {
              assertThat(line.values().planned()).isNull();
              assertThat(line.values().settled()).isNull();
              assertThat(line.values().funding()).isEmpty();
            });
  }

  @Test
  void the_totals_of_2024_do_not_agree_and_say_how_many_lines_are_missing() {
    List<TotalCheck> checks = Totals.check(R6.lines());
    assertThat(checks)
        .extracting(check -> check.line().source().number())
        .containsExactly(19, 54, 55, 56);
    assertThat(checks).noneMatch(TotalCheck::agrees);
    assertThat(checks)
        .extracting(check -> Lists.computed(check).unread())
        .containsExactly(10, 33, 7, 26);
  }

  @Test
  void a_line_that_was_only_shifted_is_offered_shifted_back() {
    assertThat(R6.programmes().stream().filter(line -> line.suggestion() == null))
        .extracting(line -> line.source().number())
        .containsExactlyElementsOf(MIXED);
    ProgrammeLine line =
        R6.programmes().stream()
            .filter(programme -> programme.source().number() == 53)
            .findFirst()
            .orElseThrow();
    assertThat(Lists.suggestion(line).division()).isEqualTo("医療整備課 地域医療構想推進室");
    assertThat(Lists.suggestion(line).funding()).containsExactly("①");
    assertThat(Lists.suggestion(line).planned()).isEqualTo(162_000_000L);
    assertThat(Lists.suggestion(line).settled()).isEqualTo(4_825_000L);
  }

  @Test
  void once_a_person_accepts_the_suggestions_only_the_sums_of_mixed_lines_are_open() {
    List<ListLine> corrected =
        R6.lines().stream()
            .map(
                line ->
                    line instanceof ProgrammeLine programme && programme.suggestion() != null
                        ? programme.corrected(programme.suggestion())
                        : line)
            .toList();
    List<ListLine> renewed = ListDoubts.renewed(corrected);
    assertThat(renewed.stream().filter(line -> !line.isSound()))
        .extracting(line -> line.source().number())
        .containsExactly(9, 10, 12, 16, 17);
    List<TotalCheck> checks = Totals.check(renewed);
    assertThat(checks.get(1).agrees()).isFalse();
    assertThat(Lists.computed(checks.get(1)).unread()).isEqualTo(4);
    // Line 17 bears its mark in the column of re-posts, but nothing it could be a re-post of.
    assertThat(Lists.computed(checks.get(2)).planned()).isEqualTo(49_208_000L + 11_624_000L);
    assertThat(Lists.reasons(line(renewed, 17))).containsExactly(Reason.REPOST_WITHOUT_ORIGINAL);
  }

  private static ListLine line(List<ListLine> lines, int number) {
    return lines.stream()
        .filter(line -> line.source().number() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_list_of_the_fund_gives_53_programmes_and_every_sum_and_count_agrees() {
    ListReading fund = Lists.only(Lists.fund());
    fund(fund);
    assertThat(fund.doubts()).isEmpty();
  }

  /** What must come of the list of the fund, whatever it was read from. */
  static void fund(ListReading fund) {
    assertThat(fund.year()).isEqualTo(new FiscalYear(2025));
    assertThat(fund.programmes()).hasSize(53);
    assertThat(fund.programmes())
        .extracting(line -> line.values().number())
        .containsExactlyElementsOf(
            Stream.iterate(1, number -> number + 1).limit(53).map(String::valueOf).toList());
    assertThat(fund.programmes().stream().filter(line -> line.values().isNew()))
        .extracting(line -> line.values().number())
        .containsExactly("49");
    List<TotalCheck> checks = Totals.check(fund.lines());
    assertThat(checks)
        .extracting(check -> check.line().planned())
        .containsExactly(
            1_013_918_000L, 127_680_000L, 157_187_000L, 784_476_000L, 38_531_000L, 2_121_792_000L);
    assertThat(checks)
        .extracting(check -> check.line().count())
        .containsExactly(4, 1, 11, 36, 1, 53);
    assertThat(checks).allMatch(TotalCheck::agrees);
    assertThat(fund.lines()).allMatch(ListLine::isSound);
  }

  @Test
  void a_category_whose_lines_break_elsewhere_on_the_next_page_is_the_same_category() {
    ListReading fund = Lists.only(Lists.fund());
    Set<Heading> headings =
        Set.copyOf(fund.programmes().stream().map(line -> line.path().getFirst()).toList());
    assertThat(headings)
        .extracting(Heading::mark)
        .containsExactlyInAnyOrder("①-1", "①-2", "②", "④", "⑥");
  }

  @Test
  void two_programmes_of_one_name_are_told_and_stay_two() {
    ListReading fund = Lists.only(Lists.fund());
    assertThat(fund.programmes().stream().filter(line -> !line.doubts().isEmpty()))
        .allSatisfy(line -> assertThat(Lists.reasons(line)).containsExactly(Reason.NAME_TWICE))
        .extracting(line -> line.values().number())
        .containsExactly("13", "17");
  }

  @Test
  void every_line_is_there_once_exactly_as_it_stands_in_the_source() {
    for (String text : List.of(Lists.twoYears(), Lists.fund())) {
      List<TableRow> rows = PastedText.cells(text);
      assertThat(
              ListReader.read(rows, null).stream()
                  .flatMap(list -> list.lines().stream())
                  .map(ListLine::source))
          .containsExactlyElementsOf(rows);
    }
  }
}
