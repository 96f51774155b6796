package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.person.Neighbourhood.Staff;

class LookUpTest {

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private final LookUp lookUp = House.bean(LookUp.class);
  private final Access access = House.bean(Access.class);
  private final Persons persons = House.bean(Persons.class);
  private final NewPerson entry = Neighbourhood.person();
  private final PersonId person = Neighbourhood.registered(office, entry);

  private ExactQuery.ByPerson asking(String telephone, String postcode) {
    return new ExactQuery.ByPerson(
        entry.familyKana(),
        entry.givenKana(),
        entry.birthDate(),
        entry.sex(),
        telephone.isEmpty() ? null : telephone,
        postcode.isEmpty() ? null : postcode);
  }

  private void office_answers() {
    office.does(
        () ->
            House.bean(PlanOwners.class)
                .set(
                    person,
                    new NewPlanOwner(
                        YearMonth.of(2024, 4),
                        PlanOwnerKind.CARE_MANAGEMENT_OFFICE,
                        office.organization(),
                        null,
                        null)));
  }

  @Test
  void the_answer_names_the_office_and_opens_nothing() {
    office_answers();
    LookUp.Answer answer = hospital.does(() -> lookUp.ask(asking("0001234567", ""), "入院のため"));
    assertThat(answer.registered()).isTrue();
    assertThat(answer.office())
        .isNotNull()
        .extracting(found -> found.id())
        .isEqualTo(office.organization());
    assertThatThrownBy(() -> hospital.does(() -> persons.get(person)))
        .isInstanceOf(AbsentException.class);
    assertThat(AccessTest.rows(hospital.actor(), "person.access", person)).isZero();
  }

  @Test
  void whom_an_inquiry_met_is_told_to_the_office_alone() {
    office_answers();
    hospital.does(() -> lookUp.ask(asking("", "0000000"), "入院のため"));
    assertThat(office.does(() -> lookUp.received(10)))
        .singleElement()
        .satisfies(
            inquiry -> {
              assertThat(inquiry.client()).isEqualTo(person);
              assertThat(inquiry.purpose()).isEqualTo("入院のため");
              assertThat(inquiry.organization()).isEqualTo(hospital.organization());
            });
    assertThat(hospital.does(() -> lookUp.made(10)))
        .singleElement()
        .satisfies(inquiry -> assertThat(inquiry.client()).isNull());
    assertThatThrownBy(
            () ->
                House.as(
                    hospital.actor(),
                    () ->
                        House.bean(JdbcClient.class)
                            .sql("select person from person.inquiry")
                            .query(UUID.class)
                            .list()))
        .isInstanceOf(DataAccessException.class);
    Staff third = Neighbourhood.staff(OrganizationKind.CLINIC);
    assertThat(third.does(() -> lookUp.received(10))).isEmpty();
    assertThat(third.does(() -> lookUp.made(10))).isEmpty();
  }

  @Test
  void everything_must_fit() {
    assertThat(registered(asking("000-123-9999", ""))).isFalse();
    assertThat(registered(asking("", "000-0001"))).isFalse();
    ExactQuery.ByPerson right = asking("000-123-4567", "");
    assertThat(
            registered(
                new ExactQuery.ByPerson(
                    right.familyKana(),
                    right.givenKana(),
                    right.birthDate().plusDays(1),
                    right.sex(),
                    right.telephone(),
                    null)))
        .isFalse();
    assertThat(
            registered(
                new ExactQuery.ByPerson(
                    right.familyKana(),
                    right.givenKana(),
                    right.birthDate(),
                    Sex.MALE,
                    right.telephone(),
                    null)))
        .isFalse();
    assertThat(registered(right)).isTrue();
  }

  private boolean registered(ExactQuery query) {
    return hospital.does(() -> lookUp.ask(query, "確認")).registered();
  }

  @Test
  void a_secret_address_is_no_key() {
    office.does(
        () ->
            House.bean(Residences.class)
                .add(
                    person,
                    new NewResidence(
                        LocalDate.of(2026, 1, 1), null, "999-9999", "避難先", "000-555-5555", true)));
    assertThat(registered(asking("000-555-5555", ""))).isFalse();
    assertThat(registered(asking("", "999-9999"))).isFalse();
  }

  @Test
  void hospitals_ask_by_number_and_care_offices_may_not() {
    String insured = "9" + Math.abs(person.hashCode());
    office.does(
        () ->
            House.bean(Insurances.class)
                .record(
                    person,
                    new Insurance(InsuranceKind.LONG_TERM_CARE, "990001", insured, 1, null, null)));
    ExactQuery query = new ExactQuery.ByNumber("990001", insured);
    assertThat(registered(query)).isTrue();
    for (OrganizationKind kind :
        new OrganizationKind[] {
          OrganizationKind.CARE_MANAGEMENT_OFFICE,
          OrganizationKind.HOME_SERVICE,
          OrganizationKind.CARE_FACILITY,
          OrganizationKind.COMMUNITY_SUPPORT_CENTRE
        }) {
      Staff care = Neighbourhood.staff(kind);
      AccessTest.assertRefused(
          () -> care.does(() -> lookUp.ask(query, "確認")), "person.refused.number");
      AccessTest.assertRefused(
          () -> care.does(() -> access.openEmergency(query, "緊急のため")), "person.refused.number");
    }
    Staff clinic = Neighbourhood.staff(OrganizationKind.CLINIC);
    assertThat(clinic.does(() -> lookUp.ask(query, "確認")).registered()).isTrue();
  }

  @Test
  void after_twenty_in_an_hour_the_account_waits_and_after_a_hundred_the_organisation() {
    ExactQuery query = asking("000-000-0000", "");
    for (int number = 0; number < 20; number++) {
      hospital.does(() -> lookUp.ask(query, "確認"));
    }
    AccessTest.assertRefused(
        () -> hospital.does(() -> lookUp.ask(query, "確認")), "person.refused.inquiry-limit");
    AccessTest.assertRefused(
        () -> hospital.does(() -> access.openEmergency(query, "緊急のため")),
        "person.refused.inquiry-limit");
    Staff colleague = Neighbourhood.staff(hospital.organization(), Duty.CARE);
    colleague.does(() -> lookUp.ask(query, "確認"));
    TestDatabase.asOwner()
        .sql(
            """
            insert into person.inquiry (id, organization, account, at, purpose, registered)
            select gen_random_uuid(), ?, gen_random_uuid(), now(), '確認', false
            from generate_series(1, 79)
            """)
        .param(hospital.organization().value())
        .update();
    AccessTest.assertRefused(
        () -> colleague.does(() -> lookUp.ask(query, "確認")), "person.refused.inquiry-limit");
    TestDatabase.asOwner()
        .sql(
            "update person.inquiry set counted_at = now() - interval '61 minutes' where organization = ?")
        .param(hospital.organization().value())
        .update();
    assertThat(hospital.does(() -> lookUp.ask(query, "確認")).registered()).isFalse();
  }

  @Test
  void emergency_access_is_one_account_s_for_an_hour_and_ends_when_told() {
    PersonId opened =
        hospital.does(() -> access.openEmergency(asking("000-123-4567", ""), "意識がないため"));
    assertThat(opened).isEqualTo(person);
    assertThat(hospital.does(() -> persons.seenInFull(person))).isTrue();
    Access.Emergency open = hospital.does(() -> access.emergency(person)).orElseThrow();
    assertThat(open.words()).isEqualTo("意識がないため");
    assertThat(open.until())
        .isBetween(OffsetDateTime.now().plusMinutes(58), OffsetDateTime.now().plusMinutes(61));
    Staff colleague = Neighbourhood.staff(hospital.organization(), Duty.CARE);
    assertThatThrownBy(() -> colleague.does(() -> persons.get(person)))
        .isInstanceOf(AbsentException.class);
    AccessTest.assertRefused(
        () ->
            hospital.does(
                () ->
                    House.bean(Bases.class)
                        .record(person, NewBasis.ofPerson(BasisKind.WRITTEN_CONSENT, null))),
        "person.refused.only-short-access");

    hospital.does(() -> access.endEmergency(person));
    assertThatThrownBy(() -> hospital.does(() -> persons.get(person)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void emergency_access_is_over_when_its_time_is_over() {
    hospital.does(() -> access.openEmergency(asking("", "0000000"), "意識がないため"));
    TestDatabase.asOwner()
        .sql(
            "update person.access set valid_until = now() - interval '1 second' where organization = ?")
        .param(hospital.organization().value())
        .update();
    assertThatThrownBy(() -> hospital.does(() -> persons.get(person)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void emergency_access_opens_nobody_where_nobody_or_more_than_one_fits() {
    AccessTest.assertRefused(
        () -> hospital.does(() -> access.openEmergency(asking("000-9999", ""), "意識がないため")),
        "person.refused.emergency-unknown");
    Staff other = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
    Neighbourhood.registered(other, entry);
    AccessTest.assertRefused(
        () -> hospital.does(() -> access.openEmergency(asking("", "0000000"), "意識がないため")),
        "person.refused.emergency-several");
    assertThat(AccessTest.rows(hospital.actor(), "person.person", person)).isZero();
  }
}
