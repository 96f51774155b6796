package tasuki.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void old_characters_half_width_and_hiragana_are_one_spelling() {
    assertThat(SearchText.normalised("髙橋")).isEqualTo(SearchText.normalised("高橋"));
    assertThat(SearchText.normalised("ﾀｶﾊｼ")).isEqualTo(SearchText.normalised("たかはし"));
    assertThat(SearchText.normalised("０００－１２３")).isEqualTo("000123");
    assertThat(SearchText.normalised("渡邉　 齋藤")).isEqualTo("渡辺 斎藤");
  }

  @Test
  void an_address_is_the_same_however_its_numbers_are_written() {
    String once = SearchText.plain(SearchText.numbered("札幌市南区川沿13条2丁目1番38号"));
    for (String other :
        List.of(
            "札幌市南区川沿１３条２丁目１番３８号",
            "札幌市南区川沿十三条二丁目１番地３８",
            "札幌市南区川沿１３条２－１－３８",
            "札幌市 南区 川沿13条 2‐1の38")) {
      assertThat(SearchText.plain(SearchText.numbered(other))).as(other).isEqualTo(once);
    }
  }

  @Test
  void a_kanji_number_in_a_name_stays_a_name() {
    assertThat(SearchText.numbered("三鷹市下連雀三丁目")).isEqualTo("三鷹市下連雀3丁目");
    assertThat(SearchText.numbered("四条畷市二十一番")).isEqualTo("4条畷市21");
  }
}
