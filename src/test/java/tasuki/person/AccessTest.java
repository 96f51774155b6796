package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.person.Neighbourhood.Staff;

class AccessTest {

  private final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private final Staff hospital = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private final Persons persons = House.bean(Persons.class);
  private final CareTeams teams = House.bean(CareTeams.class);
  private final Bases bases = House.bean(Bases.class);

  @Test
  void outside_the_team_the_person_does_not_exist() {
    PersonId person = Neighbourhood.registered(office);
    assertThat(office.does(() -> persons.get(person)).familyName()).isEqualTo("架空");
    assertAbsent(hospital, person);
    assertThat(rows(hospital.actor(), "person.residence", person)).isZero();
    assertThat(rows(office.actor(), "person.residence", person)).isOne();
  }

  @Test
  void outside_a_transaction_a_statement_sees_nothing() {
    PersonId person = Neighbourhood.registered(office);
    int seen =
        office.does(
            () ->
                House.bean(JdbcClient.class)
                    .sql("select count(*) from person.person where id = ?")
                    .param(person.value())
                    .query(Integer.class)
                    .single());
    assertThat(seen).isZero();
  }

  @Test
  void the_same_key_sent_twice_at_once_makes_one_person() throws Exception {
    UUID key = UUID.randomUUID();
    NewPerson entry = Neighbourhood.person();
    Callable<PersonId> send =
        () -> office.does(() -> persons.register(entry, Neighbourhood.contract(), key));
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(List.of(send, send, send, send));
      PersonId first = answers.getFirst().get();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(first);
      }
    }
    PersonFilter filter = new PersonFilter(entry.givenKana(), PersonFilter.Which.PRESENT);
    assertThat(office.does(() -> persons.mine(filter, null, 10)).lines()).hasSize(1);
  }

  @Test
  void whoever_joins_sees_the_person_and_whoever_leaves_keeps_only_the_own() {
    PersonId person = Neighbourhood.registered(office);
    Neighbourhood.letIn(office, person, hospital);
    assertThat(rows(hospital.actor(), "person.residence", person)).isOne();
    assertThat(hospital.does(() -> persons.seenInFull(person))).isTrue();

    UUID place = place(office, person, hospital.organization());
    hospital.does(() -> teams.leave(place));
    assertThat(rows(hospital.actor(), "person.residence", person)).isZero();
    assertThat(hospital.does(() -> persons.seenInFull(person))).isFalse();
    assertThat(hospital.does(() -> persons.get(person)).familyName()).isEqualTo("架空");
    assertRefused(
        () -> hospital.does(() -> persons.died(person, 0, LocalDate.of(2026, 1, 1))),
        "person.refused.own-records-only");
    var former = new PersonFilter("", PersonFilter.Which.FORMER);
    assertThat(hospital.does(() -> persons.mine(former, null, 10)).lines())
        .extracting(line -> line.person().id())
        .containsExactly(person);
  }

  @Test
  void the_last_who_sees_the_person_cannot_leave() {
    PersonId person = Neighbourhood.registered(office);
    UUID place = place(office, person, office.organization());
    assertRefused(() -> office.does(() -> teams.leave(place)), "person.refused.team-last");
    assertThat(office.does(() -> persons.seenInFull(person))).isTrue();
  }

  @Test
  void withdrawal_ends_the_access_of_others_at_once_and_leaves_their_own() {
    PersonId person = Neighbourhood.registered(office);
    BasisId consent = Neighbourhood.letIn(office, person, hospital);
    assertThat(office.does(() -> bases.openedTo(consent))).hasSize(1);

    office.does(() -> bases.withdraw(consent, "ご本人の希望"));
    assertThat(rows(hospital.actor(), "person.residence", person)).isZero();
    assertThat(rows(hospital.actor(), "person.person", person)).isOne();
    assertThat(office.does(() -> persons.seenInFull(person))).isTrue();
    assertThat(office.does(() -> teams.of(person)))
        .extracting(member -> member.organization().id())
        .containsExactly(office.organization());
    assertRefused(
        () -> office.does(() -> bases.withdraw(consent, "もう一度")),
        "person.refused.basis-withdrawn-before");
    assertRefused(
        () ->
            office.does(
                () -> {
                  teams.join(person, hospital.organization(), null, TeamRole.HOSPITAL, consent);
                }),
        "person.refused.basis-ended");
  }

  @Test
  void an_access_holds_from_its_beginning_to_its_end_by_the_database_s_clock() {
    PersonId person = Neighbourhood.registered(office);
    OffsetDateTime now = OffsetDateTime.now();
    access(person, hospital.organization(), null, "FULL", now.minusDays(2), now.minusSeconds(1));
    assertAbsent(hospital, person);
    access(person, hospital.organization(), null, "FULL", now.plusMinutes(10), null);
    assertAbsent(hospital, person);
    access(person, hospital.organization(), null, "FULL", now.minusDays(1), now.plusMinutes(10));
    assertThat(hospital.does(() -> persons.seenInFull(person))).isTrue();
  }

  @Test
  void administrators_officers_and_auditors_of_the_team_see_nothing() {
    PersonId person = Neighbourhood.registered(office);
    for (Duty duty : List.of(Duty.ADMINISTRATOR, Duty.OFFICER, Duty.AUDITOR, Duty.COORDINATOR)) {
      Staff other = Neighbourhood.staff(office.organization(), duty);
      assertAbsent(other, person);
      assertThat(rows(other.actor(), "person.access", person)).isZero();
      assertThat(rows(other.actor(), "person.basis", person)).isZero();
    }
    Staff colleague = Neighbourhood.staff(office.organization(), Duty.CARE);
    assertThat(colleague.does(() -> persons.seenInFull(person))).isTrue();
  }

  @Test
  void the_family_sees_no_secret_address_and_can_withdraw_but_change_nothing() {
    PersonId person = Neighbourhood.registered(office);
    BasisId consent = Neighbourhood.letIn(office, person, hospital);
    office.does(
        () ->
            House.bean(Residences.class)
                .add(
                    person,
                    new NewResidence(LocalDate.of(2025, 4, 1), null, null, "避難先の住所", null, true)));
    OrganizationId families =
        House.as(Actor.NOBODY, () -> House.bean(Organizations.class).personAndFamily());
    Staff daughter = Neighbourhood.staff(families, Duty.FAMILY);
    Staff stranger = Neighbourhood.staff(families, Duty.FAMILY);
    office.does(
        () -> {
          teams.join(person, families, daughter.account(), TeamRole.FAMILY, consent);
        });

    assertThat(daughter.does(() -> persons.get(person)).id()).isEqualTo(person);
    assertThat(
            daughter.does(() -> House.bean(Residences.class).on(person, LocalDate.of(2026, 1, 1))))
        .isEmpty();
    assertAbsent(stranger, person);
    assertThat(rows(stranger.actor(), "person.access", person)).isZero();
    assertThatThrownBy(
            () ->
                daughter.does(
                    () -> bases.record(person, NewBasis.ofPerson(BasisKind.CONTRACT, null))))
        .isInstanceOf(RefusedException.class);
    assertThat(daughter.does(() -> House.bean(Access.class).whoMaySee(person)))
        .extracting(Access.MaySee::organization)
        .contains(office.organization(), hospital.organization());

    daughter.does(() -> bases.withdraw(consent, "やめたい"));
    assertThat(rows(hospital.actor(), "person.residence", person)).isZero();
  }

  @Test
  void nobody_lets_in_whoever_they_like_by_plain_sql() {
    PersonId person = Neighbourhood.registered(office);
    assertThatThrownBy(
            () ->
                House.as(
                    hospital.actor(),
                    () ->
                        House.bean(JdbcClient.class)
                            .sql(
                                """
                                insert into person.access (organization, person, id, scope, reason,
                                  valid_from) values (?, ?, ?, 'FULL', 'TEAM', now())
                                """)
                            .params(
                                hospital.organization().value(), person.value(), UUID.randomUUID())
                            .update()))
        .isInstanceOf(DataAccessException.class);
    assertAbsent(hospital, person);
  }

  @Test
  void who_looked_is_told_to_those_who_see_the_person_and_to_nobody_else() {
    PersonId person = Neighbourhood.registered(office);
    Neighbourhood.letIn(office, person, hospital);
    hospital.does(() -> persons.get(person));
    Looks looks = House.bean(Looks.class);
    assertThat(office.does(() -> looks.of(person, null, 50)))
        .extracting(Looks.Look::accountName)
        .contains("架空 " + hospital.login());
    Staff outside = Neighbourhood.staff(OrganizationKind.CLINIC);
    assertThatThrownBy(() -> outside.does(() -> looks.of(person, null, 50)))
        .isInstanceOf(AbsentException.class);
    assertThat(
            House.as(
                outside.actor(),
                () ->
                    House.bean(JdbcClient.class)
                        .sql(
                            "select count(*) from person.looks(?,"
                                + " 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)")
                        .param(person.value())
                        .query(Integer.class)
                        .single()))
        .isZero();
  }

  @Test
  void a_change_on_top_of_somebody_else_s_change_is_refused() {
    PersonId person = Neighbourhood.registered(office);
    office.does(() -> persons.changeSex(person, 0, Sex.MALE));
    assertRefused(
        () -> office.does(() -> persons.changeBirth(person, 0, LocalDate.of(1940, 1, 1))),
        "person.refused.changed-meanwhile");
    assertThat(office.does(() -> persons.get(person)).birthDate())
        .isEqualTo(LocalDate.of(1937, 3, 4));
    office.does(() -> persons.changeBirth(person, 1, LocalDate.of(1940, 1, 1)));
    assertThat(office.does(() -> persons.get(person)).version()).isEqualTo(2);
  }

  @Test
  void the_own_list_turns_pages_by_kana_in_both_directions() {
    for (int number = 0; number < 7; number++) {
      Neighbourhood.registered(office);
    }
    PersonPage all = office.does(() -> persons.mine(PersonFilter.PRESENT, null, 50));
    PersonPage first = office.does(() -> persons.mine(PersonFilter.PRESENT, null, 3));
    PersonPage second = office.does(() -> persons.mine(PersonFilter.PRESENT, first.next(), 3));
    PersonPage third = office.does(() -> persons.mine(PersonFilter.PRESENT, second.next(), 3));
    PersonPage back = office.does(() -> persons.mine(PersonFilter.PRESENT, third.previous(), 3));
    assertThat(first.previous()).isNull();
    assertThat(third.next()).isNull();
    assertThat(back.lines()).isEqualTo(second.lines());
    assertThat(ids(first)).isEqualTo(ids(all).subList(0, 3));
    assertThat(ids(second)).isEqualTo(ids(all).subList(3, 6));
    assertThat(ids(third)).isEqualTo(ids(all).subList(6, 7));
  }

  private static List<PersonId> ids(PersonPage page) {
    return page.lines().stream().map(line -> line.person().id()).toList();
  }

  private UUID place(Staff asking, PersonId person, OrganizationId organization) {
    return asking.does(() -> teams.of(person)).stream()
        .filter(member -> member.organization().id().equals(organization))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void assertAbsent(Staff staff, PersonId person) {
    assertThatThrownBy(() -> staff.does(() -> persons.get(person)))
        .isInstanceOf(AbsentException.class);
    assertThat(rows(staff.actor(), "person.person", person)).isZero();
  }

  static void assertRefused(Runnable work, String reason) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refused().reason()).isEqualTo(reason));
  }

  static int rows(Actor actor, String table, PersonId person) {
    String column = table.equals("person.person") ? "id" : "person";
    return House.as(
        actor,
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + column + " = ?")
                .param(person.value())
                .query(Integer.class)
                .single());
  }

  static void access(
      PersonId person,
      OrganizationId organization,
      @Nullable UUID account,
      String scope,
      OffsetDateTime from,
      @Nullable OffsetDateTime until) {
    TestDatabase.asOwner()
        .sql(
            """
            insert into person.access (organization, person, id, account, scope, reason, valid_from,
              valid_until)
            values (?, ?, gen_random_uuid(), ?::uuid, ?, 'TEAM', ?, ?::timestamptz)
            """)
        .params(organization.value(), person.value())
        .param(account)
        .params(scope, from)
        .param(until)
        .update();
  }
}
