package tasuki.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.offer.Practice.Staff;

/** Room left grows old: it says so, the organisation is told once, the search forgets it. */
class StaleRoomTest {

  private final Staff nurse = Practice.staff(OrganizationKind.VISITING_NURSE_STATION);

  private static RoomLeft room(Staff staff, String help) {
    return staff.does(() -> House.bean(Offers.class).room(staff.organization())).stream()
        .filter(one -> one.help().equals(help))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> facets(OrganizationId organization) {
    Map<OrganizationId, Set<String>> found =
        House.as(
            new Actor.Job("search"), () -> House.bean(OfferFacets.class).of(List.of(organization)));
    return found.getOrDefault(organization, Set.of());
  }

  private static long noted(OrganizationId organization) {
    return TestDatabase.asOwner()
        .sql("select count(*) from directory.search_change where organization = ?")
        .param(organization.value())
        .query(Long.class)
        .single();
  }

  @Test
  void a_word_counts_for_fourteen_days_with_its_date_and_who_said_it() {
    nurse.saysRoom("nursing", 3);
    Practice.age(nurse.organization(), 13);
    RoomLeft left = room(nurse, "nursing");
    assertThat(left.places()).isEqualTo(3);
    assertThat(left.by()).contains(nurse.login());
    assertThat(left.open()).isTrue();
    Practice.age(nurse.organization(), 2);
    assertThat(room(nurse, "nursing").fresh()).isFalse();
    assertThat(room(nurse, "nursing").open()).isFalse();
  }

  @Test
  void the_organisation_is_told_once_and_not_again_the_next_day() {
    StaleBell bell = House.bean(StaleBell.class);
    nurse.saysRoom("nursing", 3);
    nurse.saysRoom("rehabilitation", 1);
    bell.ring();
    assertThat(nurse.told()).isEmpty();
    Practice.age(nurse.organization(), 15);
    bell.ring();
    assertThat(nurse.told()).containsExactly("offer.notice.stale");
    Practice.age(nurse.organization(), 1);
    bell.ring();
    assertThat(nurse.told()).hasSize(1);
  }

  @Test
  void a_new_word_that_grows_old_again_is_told_again() {
    StaleBell bell = House.bean(StaleBell.class);
    nurse.saysRoom("nursing", 3);
    Practice.age(nurse.organization(), 15);
    bell.ring();
    House.as(
        nurse.actor(),
        () ->
            House.bean(tasuki.notice.NoticeBox.class)
                .readAll(true, House.bean(tasuki.kernel.Ids.class).next()));
    nurse.saysRoom("nursing", 3);
    bell.ring();
    assertThat(nurse.told()).hasSize(1);
    Practice.age(nurse.organization(), 15);
    bell.ring();
    assertThat(nurse.told()).hasSize(2);
  }

  @Test
  void whoever_does_not_work_in_tasuki_is_not_told_but_leaves_the_search_too() {
    OrganizationId stranger = Practice.organization(OrganizationKind.DENTAL_CLINIC, false);
    Practice.coordinator().saysRoom(stranger, "dentistry", 2, "電話で聞きました");
    assertThat(facets(stranger)).contains("offer:room");
    Practice.age(stranger, 15);
    long before = noted(stranger);
    House.bean(StaleBell.class).ring();
    assertThat(noted(stranger)).isGreaterThan(before);
    assertThat(facets(stranger)).doesNotContain("offer:room");
    long notices =
        TestDatabase.asOwner()
            .sql(
                """
                select count(*) from notice.notice
                where organization = ? and kind = 'offer.notice.stale'
                """)
            .param(stranger.value())
            .query(Long.class)
            .single();
    assertThat(notices).isZero();
  }

  @Test
  void a_full_organisation_is_not_found_as_having_room() {
    nurse.saysRoom("nursing", 0);
    assertThat(facets(nurse.organization())).doesNotContain("offer:room");
    nurse.saysRoom("rehabilitation", 1);
    assertThat(facets(nurse.organization())).contains("offer:room");
  }

  @Test
  void every_word_changes_what_the_search_has_to_read_again() {
    long before = noted(nurse.organization());
    nurse.saysRoom("nursing", 1);
    nurse.says(Practice.offer("gastrostomy"), 0);
    assertThat(noted(nurse.organization())).isEqualTo(before + 2);
  }
}
