package tasuki.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.NewOrganization;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.kernel.Actor;

class FinderTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  @BeforeAll
  static void readEverything() {
    House.bean(SearchIndex.class).catchUp();
  }

  private static List<String> names(Wanted.Builder wanted, int from, int most) {
    return House.as(
        Actor.NOBODY,
        () -> {
          List<OrganizationId> ids =
              House.bean(Finder.class).find(wanted.build(), from, most).hits().stream()
                  .map(Hit::id)
                  .toList();
          Organizations organizations = House.bean(Organizations.class);
          return ids.stream().map(organizations::get).map(Organization::name).toList();
        });
  }

  private static List<String> names(String words) {
    return names(Wanted.internally(DAY).words(words), 0, 50);
  }

  @Test
  void an_organisation_is_found_by_name_kana_address_and_telephone_in_any_spelling() {
    for (String words :
        List.of(
            "中央病院",
            "みほんちゅうおう",
            "ﾐﾎﾝﾁｭｳｵｳ",
            "000-101-1000",
            "0001011000",
            "101-1000",
            "みほん 中央区 病院",
            "みほん市中央区見本町1",
            "見本町１番地 病院")) {
      assertThat(names(words)).describedAs(words).contains("みほん中央病院");
    }
    assertThat(names("みほん中央病院").getFirst()).isEqualTo("みほん中央病院");
  }

  @Test
  void words_for_kind_and_place_may_be_typed_without_spaces() {
    assertThat(names("ひので市訪看")).isEqualTo(names("ひので市 訪問看護ステーション")).isNotEmpty();
  }

  @Test
  void a_misspelt_name_is_found_and_said_to_be_rough() {
    Finding found =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Finder.class)
                    .find(Wanted.internally(DAY).words("うえの内科クリニク").build(), 0, 5));
    assertThat(found.hits()).isNotEmpty();
    assertThat(found.hits().getFirst().reasons()).contains(Hit.Reason.ROUGHLY);
    assertThat(names("うえの内科クリニク").getFirst()).isEqualTo("うえの内科クリニック");
  }

  @Test
  void what_stands_nowhere_finds_nothing() {
    assertThat(names("鯨鯢鮪鰹")).isEmpty();
  }

  @Test
  void closed_ones_are_found_only_when_asked_for() {
    assertThat(names("むかしの見本医院")).doesNotContain("むかしの見本医院");
    assertThat(names(Wanted.internally(DAY).words("むかしの見本医院").closedToo(true), 0, 5))
        .contains("むかしの見本医院");
  }

  @Test
  void the_family_s_organisation_is_nobody_s_to_find() {
    assertThat(names("ご本人・ご家族")).isEmpty();
  }

  @Test
  void pages_follow_one_another_without_a_gap_or_a_repetition() {
    List<String> whole = names(Wanted.internally(DAY), 0, 1_000);
    List<String> paged = new ArrayList<>();
    for (int from = 0; from < whole.size(); from += 7) {
      paged.addAll(names(Wanted.internally(DAY), from, 7));
    }
    assertThat(whole).hasSizeGreaterThan(50);
    assertThat(paged).isEqualTo(whole);
  }

  @Test
  void what_is_entered_changed_or_closed_is_found_so_as_soon_as_it_is_committed() {
    String name = "あらたな見本医院" + System.nanoTime();
    Organizations organizations = House.bean(Organizations.class);
    OrganizationId id = House.as(Actor.NOBODY, () -> organizations.add(entry(name)));
    House.bean(SearchIndex.class).catchUp();
    assertThat(names(name)).containsExactly(name);
    String renamed = name.replace("医院", "クリニック");
    House.as(
        Actor.NOBODY,
        () -> {
          organizations.change(id, entry(renamed), 0);
          return null;
        });
    House.bean(SearchIndex.class).catchUp();
    assertThat(names(renamed)).containsExactly(renamed);
    House.as(
        Actor.NOBODY,
        () -> {
          organizations.close(id, DAY);
          return null;
        });
    House.bean(SearchIndex.class).catchUp();
    assertThat(names(renamed)).isEmpty();
  }

  @Test
  void the_log_of_changes_keeps_its_newest_lines_and_what_follows_is_found() {
    Organizations organizations = House.bean(Organizations.class);
    String first = "わすれる見本医院" + System.nanoTime();
    House.as(Actor.NOBODY, () -> organizations.add(entry(first)));
    House.as(Actor.NOBODY, () -> organizations.add(entry(first + "二")));
    House.bean(SearchIndex.class).catchUp();
    House.as(
        new Actor.Job("search"),
        () -> {
          House.bean(IndexSource.class).forget(1);
          return null;
        });
    assertThat(lines()).isEqualTo(1);
    String second = "おぼえる見本医院" + System.nanoTime();
    House.as(Actor.NOBODY, () -> organizations.add(entry(second)));
    House.bean(SearchIndex.class).catchUp();
    assertThat(names(second)).containsExactly(second);
    assertThat(names(first + "二")).containsExactly(first + "二");
  }

  private static int lines() {
    return TestDatabase.asOwner()
        .sql("select count(*) from directory.search_change")
        .query(Integer.class)
        .single();
  }

  @Test
  void only_kinds_asked_for_are_found() {
    Wanted wanted = Wanted.internally(DAY).kinds(Set.of(OrganizationKind.PHARMACY)).build();
    Organizations organizations = House.bean(Organizations.class);
    assertThat(House.bean(Finder.class).find(wanted, 0, 100).hits())
        .isNotEmpty()
        .extracting(hit -> House.as(Actor.NOBODY, () -> organizations.get(hit.id()).kind()))
        .containsOnly(OrganizationKind.PHARMACY);
  }

  private static NewOrganization entry(String name) {
    return new NewOrganization(
        OrganizationKind.CLINIC,
        name,
        "アラタナミホンイイン",
        null,
        "000-000-0000",
        null,
        null,
        "見本県みほん市中央区見本町9番地",
        "99101",
        true,
        false,
        LocalDate.of(2020, 4, 1));
  }
}
