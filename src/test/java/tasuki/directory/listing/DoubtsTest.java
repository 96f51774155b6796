package tasuki.directory.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.Doubt;
import tasuki.directory.Doubts;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.OrganizationMergers;
import tasuki.kernel.RefusedException;

/** What officers say to doubts, and what comes of it. */
class DoubtsTest {

  private final Town town = new Town();
  private final Doubts doubts = House.bean(Doubts.class);
  private final OrganizationMergers mergers = House.bean(OrganizationMergers.class);
  private final String former = town.code();
  private final String later = town.code();

  private void says(UUID doubt, Doubt.Answer answer) {
    House.as(
        Town.officer(),
        () -> {
          doubts.answer(doubt, answer, "電話で確かめた");
          return true;
        });
  }

  private void takesBack(UUID doubt) {
    House.as(
        Town.officer(),
        () -> {
          doubts.takeBack(doubt);
          return true;
        });
  }

  /** 法人化: the clinic's code is gone, and one of a corporation stands at its place. */
  private UUID incorporated() {
    town.desk.bring(
        "institutions",
        town.institution(former, "花クリニック", "1-1-1")
            + town.institution(town.code(), "月医院", "2-2-2"));
    UUID before = Town.institution(former).id().value();
    town.desk.bring(
        "institutions",
        town.institution(later, "医療法人社団花会 花クリニック", "１丁目１番１号")
            + town.institution(town.code(), "星医院", "3-3-3"));
    return before;
  }

  @Test
  void a_new_code_at_the_place_of_one_that_is_gone_is_asked_about_and_the_former_stays_open() {
    UUID before = incorporated();
    assertThat(Town.organization(before).closedOn()).isNull();
    assertThat(Town.institution(later).id().value()).isNotEqualTo(before);
    assertThat(town.doubts()).containsExactly("SUCCESSION 花クリニック/医療法人社団花会 花クリニック");
    Doubt doubt = doubts.get(town.doubt());
    assertThat(doubt.reasons()).containsExactly("code-gone", "name", "address");
    assertThat(
            doubts.list(
                Doubts.Which.NEW, java.util.Optional.of(Doubt.Kind.SUCCESSION), false, null, 1000))
        .contains(doubt);
  }

  @Test
  void a_succession_goes_on_under_its_own_id_with_the_new_code_and_can_be_taken_back() {
    UUID before = incorporated();
    UUID made = Town.institution(later).id().value();
    UUID doubt = town.doubt();
    says(doubt, Doubt.Answer.SUCCESSION);
    Organization kept = Town.organization(before);
    assertThat(kept.code()).isEqualTo("971" + later);
    assertThat(kept.name()).isEqualTo("医療法人社団花会 花クリニック");
    assertThat(Town.institution(later).id().value()).isEqualTo(before);
    assertThat(Town.organization(made).closedOn()).isNotNull();
    assertThat(mergers.mergedInto(new OrganizationId(made))).contains(new OrganizationId(before));
    takesBack(doubt);
    assertThat(Town.organization(before).code()).isEqualTo("971" + former);
    assertThat(Town.organization(before).closedOn()).isNull();
    assertThat(Town.institution(later).id().value()).isEqualTo(made);
    assertThat(Town.organization(made).closedOn()).isNull();
    assertThat(mergers.mergedInto(new OrganizationId(made))).isEmpty();
    assertThat(doubts.get(doubt).answer()).isNull();
  }

  @Test
  void two_different_ones_go_their_own_ways_and_nobody_asks_again() {
    UUID before = incorporated();
    says(town.doubt(), Doubt.Answer.DIFFERENT);
    assertThat(Town.organization(before).closedOn()).isNotNull();
    assertThat(Town.institution(later).closedOn()).isNull();
    town.desk.bring(
        "institutions",
        town.institution(later, "医療法人社団花会 花クリニック", "１丁目１番１号")
            + town.institution(town.code(), "雪医院", "4-4-4"));
    assertThat(town.doubts()).isEmpty();
    takesBack(town.doubt());
    assertThat(Town.organization(before).closedOn()).isNull();
  }

  @Test
  void the_list_that_names_the_former_again_settles_the_doubt() {
    UUID before = incorporated();
    town.desk.bring(
        "institutions",
        town.institution(former, "花クリニック", "1-1-1")
            + town.institution(later, "医療法人社団花会 花クリニック", "１丁目１番１号"));
    assertThat(Town.organization(before).closedOn()).isNull();
    assertThat(doubts.get(town.doubt()).answer()).isEqualTo(Doubt.Answer.WITHDRAWN);
  }

  @Test
  void a_move_inside_the_municipality_is_asked_about_and_one_elsewhere_is_not() {
    town.desk.bring(
        "institutions",
        town.institution(former, "花クリニック", "1-1-1")
            + town.institution(town.code(), "月医院", "2-2-2"));
    Town far = new Town();
    town.desk.bring(
        "institutions",
        town.institution(later, "花クリニック", "9-9-9") + far.institution(far.code(), "月医院", "2-2-2"));
    assertThat(town.doubts()).containsExactly("SUCCESSION 花クリニック/花クリニック");
    assertThat(far.doubts()).isEmpty();
  }

  @Test
  void the_same_place_entered_twice_becomes_one_and_what_works_in_tasuki_keeps_its_id() {
    Organization member = town.enter(OrganizationKind.CLINIC, "花クリニック", null, "1丁目", true);
    town.desk.bring("institutions", town.institution(former, "花クリニック", "1-1-1"));
    Organization listed = Town.institution(former);
    assertThat(listed.id()).isNotEqualTo(member.id());
    UUID doubt = town.doubt();
    says(doubt, Doubt.Answer.SAME);
    assertThat(Town.institution(former).id()).isEqualTo(member.id());
    assertThat(Town.organization(member.id().value()).code()).isEqualTo("971" + former);
    assertThat(Town.organization(listed.id().value()).closedOn()).isNotNull();
    takesBack(doubt);
    assertThat(Town.institution(former).id()).isEqualTo(listed.id());
    assertThat(Town.organization(member.id().value()).code()).isNull();
    assertThat(Town.organization(listed.id().value()).code()).isEqualTo("971" + former);
  }

  @Test
  void an_answer_is_given_once_and_only_an_answer_is_taken_back() {
    incorporated();
    UUID doubt = town.doubt();
    assertThatThrownBy(() -> takesBack(doubt)).isInstanceOf(RefusedException.class);
    says(doubt, Doubt.Answer.LATER);
    assertThat(doubts.list(Doubts.Which.LATER, java.util.Optional.empty(), false, null, 1000))
        .extracting(Doubt::id)
        .contains(doubt);
    says(doubt, Doubt.Answer.SUCCESSION);
    assertThatThrownBy(() -> says(doubt, Doubt.Answer.DIFFERENT))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void two_that_work_in_tasuki_are_not_made_one() {
    town.enter(OrganizationKind.CLINIC, "花クリニック", null, "1丁目", true);
    town.desk.bring("institutions", town.institution(former, "花クリニック", "1-1-1"));
    UUID doubt = town.doubt();
    tasuki.TestDatabase.asOwner()
        .sql("update directory.organization set member = true where id = ?")
        .param(Town.institution(former).id().value())
        .update();
    assertThatThrownBy(() -> says(doubt, Doubt.Answer.SAME)).isInstanceOf(RefusedException.class);
    says(doubt, Doubt.Answer.DIFFERENT);
  }

  @Test
  void undoing_the_import_withdraws_what_it_put_in_doubt() {
    town.desk.bring("institutions", town.institution(former, "花クリニック", "1-1-1"));
    ListDesk.Brought second =
        town.desk.bring("institutions", town.institution(later, "花クリニック", "1-1-1"));
    UUID doubt = town.doubt();
    assertThat(doubts.get(doubt).open()).isTrue();
    town.desk.undo("institutions", second);
    assertThat(doubts.get(doubt).answer()).isEqualTo(Doubt.Answer.WITHDRAWN);
    assertThat(Town.institution(former).closedOn()).isNull();
  }
}
