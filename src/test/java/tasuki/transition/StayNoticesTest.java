package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.notice.Notice;
import tasuki.notice.NoticeBox;
import tasuki.notice.SaidWords;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;

class StayNoticesTest {

  private static List<String> told(Scene.Staff staff) {
    return staff.does(
        () ->
            House.bean(NoticeBox.class).page(true, null, 100).stream()
                .map(notice -> notice.kind().code().replace("transition.notice.", ""))
                .toList());
  }

  private static List<Notice> notices(Scene.Staff staff) {
    return staff.does(() -> House.bean(NoticeBox.class).page(true, null, 100));
  }

  @Test
  void each_side_hears_what_the_other_does_and_never_what_it_did_itself() {
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    assertThat(told(nurse)).containsExactly("admitted");
    assertThat(told(manager)).isEmpty();

    LocalDate planned = Scene.today().plusDays(9);
    nurse.does(() -> Scene.stays().planDischarge(stay, planned, null, UUID.randomUUID()));
    assertThat(told(manager)).containsExactly("planned");
    nurse.does(() -> Scene.stays().planDischarge(stay, null, null, UUID.randomUUID()));
    nurse.does(
        () ->
            Scene.stays()
                .discharge(stay, DischargeTo.HOME, Scene.today(), null, UUID.randomUUID()));
    assertThat(told(manager)).containsExactly("discharged", "plan-open", "planned");
    assertThat(told(nurse)).containsExactly("admitted");
  }

  @Test
  void a_notice_names_the_organisation_and_the_case_and_never_the_person() {
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    String number = nurse.does(() -> Scene.stays().get(stay)).caseNumber();
    Notice notice = notices(nurse).getFirst();
    assertThat(notice.subject()).isEqualTo(stay.value());
    for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
      assertThat(House.bean(SaidWords.class).sentence(notice, locale))
          .contains(number)
          .doesNotContain("入院1", "ニュウイン", person.toString());
    }
  }

  @Test
  void whoever_is_in_charge_of_the_case_and_the_stand_in_are_told_instead_of_the_inbox() {
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    Scene.Staff standIn = Scene.colleague(nurse.organization(), Duty.CARE);
    Scene.Staff third = Scene.colleague(nurse.organization(), Duty.CARE);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    nurse.does(
        () -> Scene.stays().charge(stay, nurse.account().value(), standIn.account().value()));
    manager.does(
        () ->
            Scene.stays()
                .log(
                    stay,
                    new NewStep(
                        StepKind.ASKED, Scene.today(), null, Mode.SYSTEM, null, List.of(), "?"),
                    UUID.randomUUID()));
    assertThat(told(nurse)).contains("asked");
    assertThat(told(standIn)).contains("asked");
    assertThat(told(third)).doesNotContain("asked").contains("admitted");
  }

  @Test
  void a_deadline_that_passed_is_told_once() {
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    OverdueBell bell = House.bean(OverdueBell.class);
    bell.ring();
    assertThat(told(manager)).isEmpty();
    JdbcClient owner = TestDatabase.asOwner();
    int lines =
        owner
            .sql(
                """
                update transition.clock set late_at = now() - interval '1 hour',
                  due_at = now() - interval '1 hour'
                where stay = ? and organization = ? and code = (select min(code)
                  from transition.clock where stay = ? and organization = ?)
                """)
            .params(stay.value(), manager.organization().value())
            .params(stay.value(), manager.organization().value())
            .update();
    assertThat(lines).isEqualTo(1);
    bell.ring();
    assertThat(told(manager)).as("the next grade can still be kept").isEmpty();
    owner
        .sql(
            """
            update transition.clock set late_at = now() - interval '1 hour',
              due_at = now() - interval '1 hour'
            where stay = ? and organization = ?
            """)
        .params(stay.value(), manager.organization().value())
        .update();
    bell.ring();
    List<String> once = told(manager);
    assertThat(once).isNotEmpty().containsOnly("overdue");
    bell.ring();
    assertThat(told(manager)).isEqualTo(once);
  }
}
