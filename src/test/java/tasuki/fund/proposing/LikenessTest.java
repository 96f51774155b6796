package tasuki.fund.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** When two programmes sound alike. */
class LikenessTest {

  @Test
  void the_same_name_with_other_signs_or_widths_is_the_same() {
    assertThat(Likeness.of("訪問看護サポート強化事業", null, "訪問看護サポート 強化事業", null)).isEqualTo(1);
    assertThat(Likeness.of("かかりつけ薬剤師・薬局機能強化事業", null, "かかりつけ薬剤師薬局機能強化事業", null)).isEqualTo(1);
  }

  @Test
  void a_name_with_another_ending_is_worth_a_look() {
    assertThat(Likeness.of("小児訪問看護ステーション機能強化事業", null, "訪問看護ステーション機能強化事業", null))
        .isGreaterThan(Likeness.WORTH_A_LOOK);
    assertThat(Likeness.of("訪問看護師の育成", null, "訪問看護師育成支援事業", null))
        .isGreaterThan(Likeness.WORTH_A_LOOK);
  }

  @Test
  void what_only_ends_in_programme_is_not() {
    assertThat(Likeness.of("病床機能分化・連携事業", null, "子ども医療電話相談事業", null))
        .isLessThan(Likeness.WORTH_A_LOOK);
    assertThat(Likeness.of("推進事業", null, "支援事業", null)).isZero();
  }

  @Test
  void another_name_for_the_same_content_is_worth_a_look() {
    String content = "訪問看護に係る課題に対応し、経営支援・人材確保・質の向上に取り組む支援センターの運営に要する経費への助成";
    assertThat(Likeness.of("新しい看護の拠点", content, "サポート強化", content.replace("助成", "補助")))
        .isGreaterThan(0.9);
    assertThat(Likeness.of("新しい看護の拠点", "助成", "サポート強化", "助成")).isZero();
  }

  @Property
  void it_does_not_matter_which_is_first_and_it_is_a_share(
      @ForAll @StringLength(max = 40) String one, @ForAll @StringLength(max = 40) String other) {
    double likeness = Likeness.of(one, other, other, one);
    assertThat(likeness).isBetween(0.0, 1.0).isEqualTo(Likeness.of(other, one, one, other));
  }
}
