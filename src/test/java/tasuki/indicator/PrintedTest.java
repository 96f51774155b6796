package tasuki.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures and notes as plans print them. */
class PrintedTest {

  private static List<Printed.Part> parts(String printed) {
    return Printed.parts(printed).orElse(List.of());
  }

  private static BigDecimal number(String number) {
    return new BigDecimal(number);
  }

  @Test
  void pairs_by_sex_and_numbered_series_are_taken_apart() {
    assertThat(parts("男性:68.0 女性:41.0"))
        .containsExactly(new Printed.Part("男性", "68.0"), new Printed.Part("女性", "41.0"));
    assertThat(parts("男性85.2 女性51.2"))
        .containsExactly(new Printed.Part("男性", "85.2"), new Printed.Part("女性", "51.2"));
    assertThat(parts("連携1(周術期) 565人 連携2(化学療法) 532人"))
        .containsExactly(
            new Printed.Part("連携1(周術期)", "565人"), new Printed.Part("連携2(化学療法)", "532人"));
    assertThat(parts("連携1:565人 連携2:532人"))
        .containsExactly(new Printed.Part("連携1", "565人"), new Printed.Part("連携2", "532人"));
    assertThat(parts("49 %")).containsExactly(new Printed.Part("", "49 %"));
    assertThat(parts("全国平均を下回る数値を維持")).containsExactly(new Printed.Part("", "全国平均を下回る数値を維持"));
  }

  @Test
  void what_cannot_be_taken_apart_for_certain_is_not_taken_apart() {
    assertThat(Printed.parts("男性:68.0 41.0")).isEmpty();
    assertThat(Printed.parts("連携1 565人")).isEmpty();
    assertThat(Printed.parts("男性:1 男性:2")).isEmpty();
    assertThat(Printed.parts("おおむね達成")).isEmpty();
    assertThat(Printed.parts("")).isEmpty();
  }

  @Test
  void a_target_is_a_number_a_range_or_what_others_reach() {
    assertThat(Printed.wanted("130,000人", Direction.HIGHER))
        .contains(new Printed.Wanted(new Aim.Bound(Relation.AT_LEAST, number("130000")), "人"));
    assertThat(Printed.wanted("６．３％", Direction.LOWER))
        .contains(new Printed.Wanted(new Aim.Bound(Relation.AT_MOST, number("6.3")), "%"));
    assertThat(Printed.wanted("5%未満", Direction.LOWER))
        .contains(new Printed.Wanted(new Aim.Bound(Relation.BELOW, number("5")), "%"));
    assertThat(Printed.wanted("10~20%", Direction.HIGHER))
        .contains(new Printed.Wanted(new Aim.Range(number("10"), number("20")), "%"));
    assertThat(Printed.wanted("20~10%", Direction.HIGHER)).isEmpty();
    assertThat(Printed.wanted("10件~20人", Direction.HIGHER)).isEmpty();
    assertThat(Printed.wanted("全国平均値以上", Direction.HIGHER))
        .contains(new Printed.Wanted(new Aim.Compared(Relation.AT_LEAST, "全国平均"), null));
    assertThat(Printed.wanted("全国平均を下回る数値を維持", Direction.LOWER))
        .contains(new Printed.Wanted(new Aim.Compared(Relation.BELOW, "全国平均"), null));
    assertThat(Printed.wanted("増加", Direction.HIGHER)).isEmpty();
  }

  @Test
  void an_actual_says_how_sure_it_is() {
    assertThat(Printed.measured("4,982人(推計値)"))
        .contains(new Printed.Measured(number("4982"), "人", Actual.Status.ESTIMATE));
    assertThat(Printed.measured("▲1.5%")).contains(new Printed.Measured(number("-1.5"), "%", null));
    assertThat(Printed.measured("約50")).isEmpty();
    assertThat(Printed.isNothing("—")).isTrue();
    assertThat(Printed.isNothing("0")).isFalse();
  }

  @Test
  void a_note_says_when_the_actual_is_expected() {
    assertThat(PrintedNote.expected("※7 R8年2月頃実績値確定予定"))
        .contains(new PrintedNote.Expected(AsOf.month(YearMonth.of(2026, 2)), true));
    assertThat(PrintedNote.expected("※3 R7年6月末頃実績値確定予定"))
        .contains(new PrintedNote.Expected(AsOf.monthEnd(YearMonth.of(2025, 6)), true));
    assertThat(PrintedNote.expected("※4 R7年12月頃R6年度卒実績値確定予定"))
        .contains(new PrintedNote.Expected(AsOf.month(YearMonth.of(2025, 12)), true));
    assertThat(PrintedNote.expected("※9 R7.7月頃実績値確定予定"))
        .contains(new PrintedNote.Expected(AsOf.month(YearMonth.of(2025, 7)), true));
    assertThat(PrintedNote.expected("※6 3年に1回調査実施のため、次回はR8年実施予定"))
        .contains(new PrintedNote.Expected(AsOf.calendarYear(2026), false));
    assertThat(PrintedNote.expected("※1 基準人口を平成27年モデル人口として算出")).isEmpty();
  }
}
