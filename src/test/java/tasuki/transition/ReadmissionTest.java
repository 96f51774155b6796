package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.directory.OrganizationKind;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;

/** When a case began and which one it continues follows from its stays, however late one hears. */
class ReadmissionTest {

  private static final LocalDate TODAY = Scene.today();
  private static final Scene.Staff MANAGER =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff NURSE = Scene.staff(OrganizationKind.HOSPITAL, null);

  private record Chain(OffsetDateTime openedAt, @Nullable UUID follows) {}

  private static JdbcClient owner() {
    House.url();
    return TestDatabase.asOwner();
  }

  private static Stay stay(StayId id) {
    return MANAGER.does(() -> Scene.stays().get(id));
  }

  private static Chain chain(StayId id) {
    return owner()
        .sql("select opened_at, follows from transition.chain where id = ?")
        .param(stay(id).chain())
        .query(
            (row, _) ->
                new Chain(
                    row.getObject("opened_at", OffsetDateTime.class),
                    row.getObject("follows", UUID.class)))
        .single();
  }

  private static boolean countsAsReadmission(StayId id) {
    return owner()
        .sql("select readmission from transition.fact where case_number = ?")
        .param(stay(id).caseNumber())
        .query(Boolean.class)
        .single();
  }

  private static StayId admitted(PersonId person, int daysAgo) {
    return Scene.admitted(MANAGER, person, NURSE.organization(), TODAY.minusDays(daysAgo));
  }

  private static void home(StayId stay, int daysAgo) {
    MANAGER.does(
        () ->
            Scene.stays()
                .discharge(
                    stay, DischargeTo.HOME, TODAY.minusDays(daysAgo), null, UUID.randomUUID()));
  }

  private static void correct(StayId stay, int daysAgo, @Nullable LocalTime at) {
    MANAGER.does(
        () ->
            Scene.stays()
                .correct(
                    stay,
                    Correction.of(Scene.stays().get(stay), null, "入院日の間違い")
                        .admitted(TODAY.minusDays(daysAgo), at),
                    UUID.randomUUID()));
  }

  @Test
  void a_corrected_day_of_admission_moves_the_case_and_makes_or_breaks_a_readmission() {
    PersonId person = Scene.client(MANAGER, CareLevel.CARE_2);
    StayId first = admitted(person, 80);
    home(first, 70);
    StayId again = admitted(person, 45);
    UUID former = stay(first).chain();
    assertThat(chain(again).follows()).isEqualTo(former);
    assertThat(countsAsReadmission(again)).isTrue();

    correct(again, 39, LocalTime.of(9, 30));
    assertThat(chain(again).follows()).as("31 days later").isNull();
    assertThat(chain(again).openedAt()).isEqualTo(stay(again).admittedAt());
    assertThat(countsAsReadmission(again)).isFalse();

    correct(again, 41, null);
    assertThat(chain(again).follows()).as("29 days later").isEqualTo(former);
    assertThat(chain(again).openedAt()).isEqualTo(stay(again).admittedAt());
    assertThat(countsAsReadmission(again)).isTrue();
  }

  @Test
  void a_correction_of_the_former_stay_leaves_the_readmission_as_it_is() {
    PersonId person = Scene.client(MANAGER, CareLevel.CARE_2);
    StayId first = admitted(person, 80);
    home(first, 70);
    StayId again = admitted(person, 45);
    correct(first, 78, null);
    assertThat(chain(first).openedAt()).isEqualTo(stay(first).admittedAt());
    assertThat(chain(again).follows()).isEqualTo(stay(first).chain());
  }

  @Test
  void a_stay_that_is_heard_of_late_makes_a_readmission_of_what_came_after_it() {
    PersonId person = Scene.client(MANAGER, CareLevel.CARE_2);
    StayId again = admitted(person, 20);
    home(again, 10);
    assertThat(chain(again).follows()).isNull();
    Scene.Staff other = Scene.staff(OrganizationKind.HOSPITAL, null);
    StayId heardOfLate = Scene.admitted(MANAGER, person, other.organization(), TODAY.minusDays(40));
    home(heardOfLate, 32);
    assertThat(chain(again).follows()).isEqualTo(stay(heardOfLate).chain());
    assertThat(countsAsReadmission(again)).isTrue();
    assertThat(countsAsReadmission(heardOfLate)).isFalse();
  }

  @Test
  void the_earliest_stay_of_a_case_says_when_it_began() {
    PersonId person = Scene.client(MANAGER, CareLevel.CARE_2);
    StayId here = admitted(person, 20);
    Scene.Staff other = Scene.staff(OrganizationKind.HOSPITAL, null);
    StayId there = Scene.admitted(MANAGER, person, other.organization(), TODAY.minusDays(18));
    assertThat(stay(there).chain()).isEqualTo(stay(here).chain());
    correct(there, 25, null);
    assertThat(chain(here).openedAt()).isEqualTo(stay(there).admittedAt());
    correct(there, 15, null);
    assertThat(chain(here).openedAt()).isEqualTo(stay(here).admittedAt());
  }
}
