package tasuki.programme.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Printed sums beside the computed ones. */
class TotalsTest {

  private static final String HEAD = "令和7年度施策一覧\n区分\t再掲\t事業名\t担当課\t事業費(千円)\t決算額(円)\n";

  private static List<TotalCheck> check(String lines) {
    return Totals.check(Lists.only(HEAD + lines).lines());
  }

  @Test
  void a_sub_total_without_a_name_sums_what_stands_since_the_last_one() {
    List<TotalCheck> checks =
        check(
            """
            (1) 退院支援
            \t\t甲\t課\t10\t9,000
            \t\t乙\t課\t20\t18,000
            \t\t\t小計\t30\t27,000
            \t\t丙\t課\t5\t5,000
            \t\t\t小計\t5\t5,000
            \t\t\t計\t35\t32,000
            """);
    assertThat(checks).hasSize(3).allMatch(TotalCheck::agrees);
  }

  @Test
  void a_sub_total_with_a_name_sums_the_heading_of_that_name_just_above() {
    List<TotalCheck> checks =
        check(
            """
            (1)退院支援
            ア 相談
            \t\t甲\t課\t10\t1
            ア 小計\t\t\t\t10\t1
            イ 研修
            \t\t乙\t課\t20\t1
            (1) 計\t\t\t\t30\t2
            (2)看取り
            ア 環境
            \t\t丙\t課\t5\t1
            ア 小計\t\t\t\t5\t1
            (9) 小計\t\t\t\t5\t1
            """);
    assertThat(checks.subList(0, 3)).allMatch(TotalCheck::agrees);
    assertThat(checks.get(3).computed()).isNull();
    assertThat(checks.get(3).agrees()).isFalse();
  }

  @Test
  void what_is_posted_again_is_in_the_gross_sum_and_not_in_the_net() {
    List<TotalCheck> checks =
        check(
            """
            \t\t甲\t課\t10\t1
            \t再掲\t甲\t課\t10\t1
            \t\t乙\t課\t3\t1
            \t\t(A)\t合計\t23\t3
            \t\t(B)\t再掲事業計\t10\t1
            \t\t(A)-(B)\t純合計\t13\t2
            """);
    assertThat(checks)
        .extracting(check -> check.line().kind())
        .containsExactly(TotalLine.Kind.GROSS, TotalLine.Kind.REPOSTED, TotalLine.Kind.NET);
    assertThat(checks).allMatch(TotalCheck::agrees);
  }

  @Test
  void one_wrong_digit_in_planned_settled_or_count_is_seen() {
    String lines = "\t\t甲\t課\t10\t1\n\t\t乙\t課\t3\t1\n";
    assertThat(check(lines + "合計(2事業)\t\t\t\t14\t2\n")).noneMatch(TotalCheck::agrees);
    assertThat(check(lines + "合計\t\t\t\t13\t3\n")).noneMatch(TotalCheck::agrees);
    assertThat(check(lines + "合計\t\t\t(3)\t13\t2\n")).noneMatch(TotalCheck::agrees);
    assertThat(check(lines + "合計\t\t\t(2)\t13\t2\n")).hasSize(1).allMatch(TotalCheck::agrees);
  }

  @Test
  void after_a_person_corrected_a_line_the_sums_are_computed_again() {
    ListReading list = Lists.only(HEAD + "\t\t甲\t課\t10\t1\n\t\t乙\t課\t不明\t1\n合計\t\t\t\t13\t2\n");
    TotalCheck before = Totals.check(list.lines()).getFirst();
    assertThat(before.agrees()).isFalse();
    assertThat(Lists.computed(before).unread()).isEqualTo(1);
    Values said = new Values("", false, false, "", "乙", "", "課", List.of(), 3_000L, 1L, "");
    List<ListLine> corrected =
        ListDoubts.renewed(
            list.lines().stream()
                .map(
                    line ->
                        line instanceof ProgrammeLine programme && !programme.isSound()
                            ? programme.corrected(said)
                            : line)
                .toList());
    assertThat(corrected).allMatch(ListLine::isSound);
    assertThat(Totals.check(corrected)).hasSize(1).allMatch(TotalCheck::agrees);
  }
}
