package tasuki.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tasuki.House;

class SearchTextTest {

  @Test
  void old_characters_half_width_and_hiragana_are_one_spelling() {
    assertThat(SearchText.normalised("髙橋")).isEqualTo(SearchText.normalised("高橋"));
    assertThat(SearchText.normalised("ﾀｶﾊｼ")).isEqualTo(SearchText.normalised("たかはし"));
    assertThat(SearchText.normalised("０００－１２３")).isEqualTo("000123");
    assertThat(SearchText.normalised("渡邉　 齋藤")).isEqualTo("渡辺 斎藤");
  }

  @Test
  void a_word_finds_every_text_that_holds_it() {
    String text = SearchText.normalised("訪問看護ステーションみほん");
    for (String word : List.of("看護", "ステーション", "すてーしょん", "みほん", "訪")) {
      assertThat(SearchText.pieces(text))
          .describedAs(word)
          .containsAll(SearchText.piecesOf(SearchText.normalised(word)));
    }
  }

  @Test
  void an_organisation_is_found_by_name_kana_address_and_telephone() {
    Organizations organizations = House.bean(Organizations.class);
    OrganizationSearch all = OrganizationSearch.all(LocalDate.of(2026, 4, 1));
    for (String words :
        List.of("中央病院", "みほんちゅうおう", "ﾐﾎﾝﾁｭｳｵｳ", "000-101-1000", "0001011000", "みほん 中央区 病院")) {
      assertThat(organizations.search(all.words(words), 50))
          .describedAs(words)
          .extracting(Organization::name)
          .contains("みほん中央病院");
    }
    assertThat(organizations.search(all.words("中央病院 うみべ"), 50)).isEmpty();
  }

  @Test
  void pages_follow_one_another_without_a_gap_or_a_repetition() {
    Organizations organizations = House.bean(Organizations.class);
    OrganizationSearch all = OrganizationSearch.all(LocalDate.of(2026, 4, 1)).words("見本県");
    List<Organization> whole = organizations.search(all, 1000);
    List<Organization> paged = new java.util.ArrayList<>();
    OrganizationSearch page = all;
    while (true) {
      List<Organization> part = organizations.search(page, 7);
      if (part.isEmpty()) {
        break;
      }
      paged.addAll(part);
      page =
          new OrganizationSearch(
              all.words(),
              all.kind(),
              all.area(),
              all.member(),
              all.closed(),
              all.date(),
              part.getLast().id());
    }
    assertThat(whole).hasSizeGreaterThan(50);
    assertThat(paged).isEqualTo(whole);
  }
}
