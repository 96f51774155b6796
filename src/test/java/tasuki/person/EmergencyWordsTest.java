package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Credentials;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;
import tasuki.person.Neighbourhood.Staff;

/** Why an emergency access was opened is free text: few read it, asked of PostgreSQL itself. */
class EmergencyWordsTest {

  private static final String WHY = "急性の腹痛で救急搬送、内服を確かめるため";

  private static final Staff office = Neighbourhood.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE);
  private static final Staff station = Neighbourhood.staff(OrganizationKind.VISITING_NURSE_STATION);
  private static final Staff nurse = Neighbourhood.staff(OrganizationKind.HOSPITAL);
  private static final Staff colleague = Neighbourhood.staff(nurse.organization(), Duty.CARE);
  private static final Staff auditor = Neighbourhood.staff(nurse.organization(), Duty.AUDITOR);
  private static final Staff otherAuditor =
      Neighbourhood.staff(office.organization(), Duty.AUDITOR);

  private static PersonId person;
  private static UUID access;

  @BeforeAll
  static void open() {
    NewPerson entry = Neighbourhood.person();
    person = Neighbourhood.registered(office, entry);
    Neighbourhood.letIn(office, person, station);
    ExactQuery query =
        new ExactQuery.ByPerson(
            entry.familyKana(),
            entry.givenKana(),
            LocalDate.of(1937, 3, 4),
            Sex.FEMALE,
            "0001234567",
            null);
    nurse.does(() -> House.bean(Access.class).openEmergency(query, WHY));
    access =
        TestDatabase.asOwner()
            .sql("select id from person.access where person = ? and reason = 'EMERGENCY'")
            .param(person.value())
            .query(UUID.class)
            .single();
  }

  @Test
  void neither_app_nor_job_can_read_the_column_whoever_acts() {
    for (Actor actor : List.of(nurse.actor(), station.actor(), new Actor.Job("curious"))) {
      assertDenied(actor, "select words from person.access where id = ?");
      assertDenied(actor, "select * from person.access where id = ?");
    }
    assertDenied(new Actor.Job("curious"), "select person.words_of(?)");
  }

  @Test
  void nobody_gives_himself_an_access_with_words_or_in_another_s_name() {
    for (String column : List.of("words", "given_by")) {
      assertDenied(
          office.actor(),
          "insert into person.access (organization, person, id, scope, reason, valid_from, "
              + column
              + ") select organization, person, gen_random_uuid(), 'FULL', 'TEAM', now(), null"
              + " from person.access where id = ?");
    }
  }

  @Test
  void only_who_opened_it_and_the_own_auditor_read_why() {
    assertThat(wordsFor(nurse)).isEqualTo(WHY);
    assertThat(wordsFor(auditor)).isEqualTo(WHY);
    for (Staff other : List.of(office, station, colleague, otherAuditor)) {
      assertThat(wordsFor(other)).isNull();
    }
  }

  @Test
  void the_family_is_told_why_in_the_portal_and_another_family_is_not() {
    OrganizationId families =
        House.as(Actor.NOBODY, () -> House.bean(Organizations.class).personAndFamily());
    Staff daughter = Neighbourhood.staff(families, Duty.FAMILY);
    Staff doctor = Neighbourhood.staff(OrganizationKind.CLINIC);
    BasisId consent = Neighbourhood.letIn(office, person, doctor);
    office.does(
        () -> {
          House.bean(CareTeams.class)
              .join(person, families, daughter.account(), TeamRole.FAMILY, consent);
        });
    assertThat(wordsFor(daughter)).isEqualTo(WHY);
    assertThat(wordsFor(Neighbourhood.staff(families, Duty.FAMILY))).isNull();
  }

  @Test
  void the_team_sees_that_there_is_an_emergency_access_and_not_why() {
    Access.MaySee seen =
        station.does(() -> House.bean(Access.class).whoMaySee(person)).stream()
            .filter(watcher -> watcher.reason() == AccessReason.EMERGENCY)
            .findFirst()
            .orElseThrow();
    assertThat(seen.account()).isEqualTo(nurse.account());
    assertThat(seen.words()).isNull();
    assertThat(nurse.does(() -> House.bean(Access.class).emergency(person)).orElseThrow().words())
        .isEqualTo(WHY);
  }

  @Test
  void the_auditor_finds_the_reason_beside_the_entry_of_the_log() {
    assertThat(log(auditor)).contains("理由:" + WHY);
    assertThat(log(otherAuditor)).doesNotContain(WHY);
  }

  private static String log(Staff reader) {
    House.bean(Credentials.class).give(reader.account(), Neighbourhood.PASSWORD);
    return Visitor.signedIn(reader.login(), Neighbourhood.PASSWORD)
        .get("/audit?kind=CHANGE")
        .body();
  }

  private static @Nullable String wordsFor(Staff staff) {
    return House.as(
        staff.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select person.words_of(?)")
                .param(access)
                .query((row, _) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null));
  }

  private static void assertDenied(Actor actor, String sql) {
    assertThatThrownBy(
            () ->
                House.as(
                    actor,
                    () -> House.bean(JdbcClient.class).sql(sql).param(access).query().listOfRows()))
        .as(actor + " " + sql)
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
