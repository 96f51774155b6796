package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.AbsentException;
import tasuki.person.Neighbourhood.Staff;

class MergerTest {

  private static final LocalDate BIRTH = LocalDate.of(1937, 3, 4);

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private final Staff pharmacy = Neighbourhood.staff(OrganizationKind.PHARMACY);
  private final Persons persons = House.bean(Persons.class);
  private final Mergers mergers = House.bean(Mergers.class);
  private final String kana = Neighbourhood.kana();
  private final PersonId known =
      Neighbourhood.registered(office, Neighbourhood.person(kana, BIRTH));
  private final PersonId provisional =
      Neighbourhood.registered(hospital, Neighbourhood.person(kana, BIRTH));

  private UUID merged() {
    Neighbourhood.letIn(hospital, provisional, pharmacy);
    Neighbourhood.letIn(hospital, provisional, office);
    return office.does(() -> mergers.merge(provisional, known, "保険証で確かめた", false));
  }

  @Test
  void the_teams_of_both_see_both_and_the_alias_leads_to_the_person() {
    merged();
    for (Staff staff : new Staff[] {office, hospital, pharmacy}) {
      assertThat(staff.does(() -> persons.get(provisional)).id()).isEqualTo(known);
      assertThat(staff.does(() -> persons.ids(provisional))).containsExactly(known, provisional);
      assertThat(staff.does(() -> persons.seenInFull(known))).isTrue();
      assertThat(AccessTest.rows(staff.actor(), "person.residence", provisional)).isOne();
    }
    PersonFilter filter = new PersonFilter(kana, PersonFilter.Which.PRESENT);
    assertThat(office.does(() -> persons.mine(filter, null, 10)).lines()).hasSize(1);
  }

  @Test
  void undoing_ends_what_the_merger_opened_and_nothing_else() {
    UUID merger = merged();
    hospital.does(() -> mergers.undo(merger));
    assertThat(hospital.does(() -> persons.get(provisional)).id()).isEqualTo(provisional);
    assertThatThrownBy(() -> hospital.does(() -> persons.get(known)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> pharmacy.does(() -> persons.get(known)))
        .isInstanceOf(AbsentException.class);
    assertThat(office.does(() -> persons.get(provisional)).id()).isEqualTo(provisional);
    assertThat(office.does(() -> persons.seenInFull(known))).isTrue();
    assertThatThrownBy(() -> office.does(() -> mergers.undo(merger)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void only_who_sees_both_can_merge() {
    assertThatThrownBy(() -> office.does(() -> mergers.merge(provisional, known, "同じ", false)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void whoever_joins_after_the_merger_sees_both_and_loses_both_by_withdrawal() {
    merged();
    Staff clinic = Neighbourhood.staff(OrganizationKind.CLINIC);
    BasisId basis = Neighbourhood.letIn(office, known, clinic);
    assertThat(AccessTest.rows(clinic.actor(), "person.residence", provisional)).isOne();
    office.does(() -> House.bean(Bases.class).withdraw(basis, "希望"));
    assertThat(AccessTest.rows(clinic.actor(), "person.residence", provisional)).isZero();
    assertThat(AccessTest.rows(clinic.actor(), "person.residence", known)).isZero();
  }

  @Test
  void a_person_is_not_merged_with_itself_nor_twice_nor_into_a_chain() {
    AccessTest.assertRefused(
        () -> office.does(() -> mergers.merge(known, known, "同じ", false)),
        "person.refused.merge-itself");
    merged();
    PersonId third = Neighbourhood.registered(office, Neighbourhood.person(kana, BIRTH));
    AccessTest.assertRefused(
        () -> office.does(() -> mergers.merge(provisional, third, "同じ", false)),
        "person.refused.merged-before");
    AccessTest.assertRefused(
        () -> office.does(() -> mergers.merge(third, provisional, "同じ", false)),
        "person.refused.merged-before");
    AccessTest.assertRefused(
        () -> office.does(() -> mergers.merge(known, third, "同じ", false)),
        "person.refused.merge-chain");
  }

  @Test
  void a_different_birth_date_or_sex_must_have_been_checked() {
    PersonId other =
        Neighbourhood.registered(office, Neighbourhood.person(kana, BIRTH.plusYears(1)));
    AccessTest.assertRefused(
        () -> office.does(() -> mergers.merge(other, known, "同じ", false)),
        "person.refused.merge-differs");
    office.does(() -> mergers.merge(other, known, "生年の入力の誤り", true));
    assertThat(office.does(() -> persons.get(other)).id()).isEqualTo(known);
  }

  @Test
  void others_of_the_same_name_are_shown_only_from_the_own_list() {
    assertThat(office.does(() -> persons.sameName(known))).isEmpty();
    PersonId twin =
        Neighbourhood.registered(office, Neighbourhood.person(kana, BIRTH.plusYears(9)));
    assertThat(office.does(() -> persons.sameName(known)))
        .extracting(Person::id)
        .containsExactly(twin);
  }
}
