package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;
import tasuki.notice.NoticeBox;

/** Who is told when somebody looks, asks, withdraws, merges or dies. */
class PersonNoticesTest {

  private static List<String> told(Neighbourhood.Staff staff) {
    return House.as(
        staff.actor(),
        () ->
            House.bean(NoticeBox.class)
                .page(staff.sight() != Actor.Sight.PORTAL, null, 100)
                .stream()
                .map(notice -> notice.kind().code().replace("person.notice.", ""))
                .toList());
  }

  /** A client of the office, which answers for the plan. */
  private static PersonId client(Neighbourhood.Staff office, NewPerson person) {
    PersonId id = Neighbourhood.registered(office, person);
    office.does(
        () ->
            House.bean(PlanOwners.class)
                .set(
                    id,
                    new NewPlanOwner(
                        YearMonth.of(2024, 4),
                        PlanOwnerKind.CARE_MANAGEMENT_OFFICE,
                        office.organization(),
                        null,
                        new CareManager("架空", null, office.account()))));
    return id;
  }

  private static Neighbourhood.Staff relative(Neighbourhood.Staff office, PersonId person) {
    Neighbourhood.Staff family =
        Neighbourhood.staff(
            House.bean(tasuki.directory.Organizations.class).personAndFamily(), Duty.FAMILY);
    office.does(
        () -> {
          BasisId basis =
              House.bean(Bases.class)
                  .record(person, NewBasis.ofPerson(BasisKind.WRITTEN_CONSENT, null));
          House.bean(CareTeams.class)
              .join(person, family.organization(), family.account(), TeamRole.FAMILY, basis);
        });
    return family;
  }

  private static ExactQuery query(String kana) {
    return new ExactQuery.ByPerson(
        "カクウ", kana, LocalDate.of(1937, 3, 4), Sex.FEMALE, "0001234567", null);
  }

  @Test
  void an_emergency_access_is_told_to_the_plan_owner_the_own_auditor_and_the_family() {
    Neighbourhood.Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    Neighbourhood.Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
    Neighbourhood.Staff auditor = Neighbourhood.staff(hospital.organization(), Duty.AUDITOR);
    String kana = Neighbourhood.kana();
    PersonId person = client(office, Neighbourhood.person(kana, LocalDate.of(1937, 3, 4)));
    Neighbourhood.Staff family = relative(office, person);
    hospital.does(() -> House.bean(Access.class).openEmergency(query(kana), "救急搬送された"));
    assertThat(told(office)).containsExactly("emergency");
    assertThat(told(auditor)).containsExactly("emergency-here");
    assertThat(told(family)).containsExactly("emergency-family");
    assertThat(told(hospital)).isEmpty();
  }

  @Test
  void an_inquiry_is_told_to_the_office_that_was_named() {
    Neighbourhood.Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    Neighbourhood.Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
    String kana = Neighbourhood.kana();
    client(office, Neighbourhood.person(kana, LocalDate.of(1937, 3, 4)));
    hospital.does(() -> House.bean(LookUp.class).ask(query(kana), "入院の連絡"));
    assertThat(told(office)).containsExactly("inquired");
    assertThat(told(hospital)).isEmpty();
  }

  @Test
  void whoever_loses_sight_by_a_withdrawal_is_told() {
    Neighbourhood.Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    Neighbourhood.Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
    Neighbourhood.Staff stranger = Neighbourhood.staff(OrganizationKind.HOSPITAL);
    PersonId person = client(office, Neighbourhood.person());
    BasisId basis = Neighbourhood.letIn(office, person, hospital);
    office.does(() -> House.bean(Bases.class).withdraw(basis, "ご本人の希望"));
    assertThat(told(hospital)).containsExactly("withdrawn");
    assertThat(told(office)).isEmpty();
    assertThat(told(stranger)).isEmpty();
  }

  @Test
  void after_a_death_nothing_reaches_the_family() {
    Neighbourhood.Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    Neighbourhood.Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
    String kana = Neighbourhood.kana();
    PersonId person = client(office, Neighbourhood.person(kana, LocalDate.of(1937, 3, 4)));
    Neighbourhood.Staff family = relative(office, person);
    hospital.does(() -> House.bean(Access.class).openEmergency(query(kana), "救急搬送された"));
    assertThat(unread(family)).isEqualTo(1);
    int version = office.does(() -> House.bean(Persons.class).get(person)).version();
    office.does(() -> House.bean(Persons.class).died(person, version, LocalDate.of(2026, 1, 2)));
    assertThat(unread(family)).isZero();
    Neighbourhood.Staff other = Neighbourhood.staff(OrganizationKind.HOSPITAL);
    other.does(() -> House.bean(Access.class).openEmergency(query(kana), "救急搬送された"));
    assertThat(unread(family)).isZero();
    assertThat(told(office)).hasSize(2);
  }

  private static int unread(Neighbourhood.Staff staff) {
    return House.as(staff.actor(), () -> House.bean(NoticeBox.class).unread(false));
  }
}
