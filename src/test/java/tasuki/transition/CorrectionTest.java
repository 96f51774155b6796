package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.notice.NoticeBox;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;

/** A wrong word about an admission is mended in the open: reason, before and after, both told. */
class CorrectionTest {

  private static final LocalDate today = Scene.today();
  private static final Scene.Staff manager =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff right = Scene.staff(OrganizationKind.HOSPITAL, null);

  private static TransactionTemplate transaction() {
    return new TransactionTemplate(House.bean(PlatformTransactionManager.class));
  }

  private static StayId admitted() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    return Scene.admitted(manager, person, nurse.organization(), today.minusDays(5));
  }

  private static Correction as(Scene.Staff by, StayId stay, String because) {
    return by.does(
        () ->
            Correction.of(
                Scene.stays().get(stay), Scene.stays().reason(stay).orElse(null), because));
  }

  private static StepId correct(Scene.Staff by, StayId stay, Correction correction) {
    return by.does(() -> Scene.stays().correct(stay, correction, UUID.randomUUID()));
  }

  private static List<Step> log(Scene.Staff by, StayId stay) {
    return by.does(() -> transaction().execute(_ -> House.bean(StepLog.class).of(stay)));
  }

  @Test
  void every_item_leaves_a_line_with_what_stood_before_and_a_reason() {
    StayId stay = admitted();
    StepId step =
        correct(
            nurse,
            stay,
            as(nurse, stay, "救急で入ったため")
                .admitted(today.minusDays(4), LocalTime.of(18, 40))
                .ofKind(AdmissionReason.ACUTE)
                .onWard("3階", WardType.LONG_TERM, 2));
    List<Corrections.Change> changes =
        manager.does(
            () ->
                transaction()
                    .execute(_ -> House.bean(Corrections.class).of(stay).get(step.value())));
    assertThat(changes)
        .containsExactly(
            new Corrections.Change(
                Corrections.What.ADMITTED,
                today.minusDays(5) + "T00:01",
                today.minusDays(4) + "T18:40"),
            new Corrections.Change(Corrections.What.REASON, null, "ACUTE"),
            new Corrections.Change(Corrections.What.WARD, "5階東", "3階"),
            new Corrections.Change(Corrections.What.WARD_TYPE, "GENERAL", "LONG_TERM"),
            new Corrections.Change(Corrections.What.GRADE, null, "2"));
    assertThat(log(manager, stay))
        .anyMatch(row -> row.id().equals(step.value()) && "救急で入ったため".equals(row.note()));
    assertThat(manager.does(() -> Scene.stays().reason(stay))).contains(AdmissionReason.ACUTE);
  }

  @Test
  void a_correction_that_changes_nothing_is_refused_and_leaves_no_step() {
    StayId stay = admitted();
    assertThatThrownBy(() -> correct(manager, stay, as(manager, stay, "なし")))
        .isInstanceOf(RefusedException.class);
    assertThat(log(manager, stay)).noneMatch(step -> step.kind() == StepKind.CORRECTED);
  }

  @Test
  void the_right_hospital_takes_the_place_of_the_wrong_one_in_every_view_and_count() {
    StayId stay = admitted();
    assertThat(nurse.does(() -> Scene.stays().get(stay))).isNotNull();
    correct(
        manager,
        stay,
        as(manager, stay, "病院名の選び間違い")
            .inHospital(right.organization(), NewBasis.ofPerson(BasisKind.CONTRACT, null)));
    Stay corrected = right.does(() -> Scene.stays().get(stay));
    assertThat(corrected.hospital()).isEqualTo(right.organization());
    assertThatThrownBy(() -> nurse.does(() -> Scene.stays().get(stay)))
        .isInstanceOf(AbsentException.class);
    List<UUID> open =
        manager.does(
            () ->
                transaction()
                    .execute(
                        _ ->
                            House.bean(Clocks.class).of(stay).stream()
                                .filter(clock -> clock.side() == Side.HOSPITAL)
                                .filter(clock -> clock.stoppedAt() == null)
                                .map(RunningClock::organization)
                                .toList()));
    assertThat(open).doesNotContain(nurse.organization().value());
    UUID counted =
        manager.does(
            () ->
                transaction()
                    .execute(
                        _ ->
                            House.bean(JdbcClient.class)
                                .sql("select hospital from transition.fact where case_number = ?")
                                .param(corrected.caseNumber())
                                .query(UUID.class)
                                .single()));
    assertThat(counted).isEqualTo(right.organization().value());
    List<UUID> missing =
        manager.does(
            () ->
                transaction()
                    .execute(
                        _ ->
                            House.bean(JdbcClient.class)
                                .sql(
                                    "select distinct hospital from transition.nameless where"
                                        + " case_number = ?")
                                .param(corrected.caseNumber())
                                .query(UUID.class)
                                .list()));
    assertThat(missing).containsExactly(right.organization().value());
  }

  @Test
  void the_hospital_stays_while_it_speaks_itself_or_holds_a_form() {
    StayId speaking = admitted();
    nurse.does(
        () ->
            Scene.stays()
                .log(
                    speaking,
                    NewStep.of(StepKind.ADMISSION_KNOWN, today, null, Mode.TELEPHONE),
                    UUID.randomUUID()));
    refusesToMove(speaking, "transition.refused.hospital-speaks");
    StayId sent = admitted();
    StepId form =
        manager.does(
            () ->
                Scene.stays()
                    .log(
                        sent,
                        NewStep.of(StepKind.FORM_SENT, today, null, Mode.FAX),
                        UUID.randomUUID()));
    refusesToMove(sent, "transition.refused.form-went-there");
    manager.does(() -> Scene.stays().answer(form, Stance.WITHDRAWS, "別の病院でした", UUID.randomUUID()));
    correct(manager, sent, as(manager, sent, "病院の間違い").inHospital(right.organization(), null));
    assertThat(manager.does(() -> Scene.stays().get(sent)).hospital())
        .isEqualTo(right.organization());
  }

  private static void refusesToMove(StayId stay, String reason) {
    Correction moved = as(manager, stay, "間違い").inHospital(right.organization(), null);
    assertThatThrownBy(() -> correct(manager, stay, moved))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo(reason));
  }

  @Test
  void both_hospitals_and_the_other_side_are_told_each_in_its_own_words() {
    StayId stay = admitted();
    correct(nurse, stay, as(nurse, stay, "病棟の訂正").onWard("7階", WardType.GENERAL, null));
    assertThat(notices(manager, stay)).contains("transition.notice.corrected");
    correct(
        manager,
        stay,
        as(manager, stay, "病院の間違い")
            .inHospital(right.organization(), NewBasis.ofPerson(BasisKind.CONTRACT, null)));
    assertThat(notices(right, stay)).containsExactly("transition.notice.admitted");
    assertThat(notices(nurse, stay)).contains("transition.notice.not-there");
    int before = notices(nurse, stay).size();
    manager.does(
        () -> Scene.stays().planDischarge(stay, today.plusDays(3), null, UUID.randomUUID()));
    assertThat(notices(nurse, stay)).hasSize(before);
    assertThat(notices(right, stay)).contains("transition.notice.planned");
  }

  /** What an organisation was told of a stay. */
  private static List<String> notices(Scene.Staff staff, StayId stay) {
    return staff.does(
        () ->
            House.bean(NoticeBox.class).page(true, null, 100).stream()
                .filter(notice -> notice.subject().equals(stay.value()))
                .map(notice -> notice.kind().code())
                .toList());
  }

  @Test
  void the_page_shows_what_was_typed_and_the_log_what_changed_in_both_languages() {
    Scene.givePassword(manager);
    StayId stay = admitted();
    Visitor visitor = Visitor.signedIn(manager.login(), Scene.PASSWORD);
    String at = "/stays/" + stay;
    assertThat(visitor.get(at + "/correct").body()).contains("訂正の理由").contains("5階東");
    Map<String, String> fields = new HashMap<>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("because", "退院後に病棟名を確かめた");
    fields.put("hospital", nurse.organization().toString());
    fields.put("basis", "NONE");
    fields.put("on", today.minusDays(5).toString());
    fields.put("at", "0:01");
    fields.put("ward", "北2");
    fields.put("wardType", "GENERAL");
    fields.put("grade", "0");
    HttpResponse<String> page = visitor.post(at + "/correct", fields);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("退院後に病棟名を確かめた").contains("病棟:5階東 → 北2");
    fields.put("key", UUID.randomUUID().toString());
    HttpResponse<String> again = visitor.post(at + "/correct", fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("どこも変わっていません").contains("北2");
    assertThat(visitor.get("/language?to=en&back=" + at).body()).contains("Ward: 5階東 → 北2");
  }
}
