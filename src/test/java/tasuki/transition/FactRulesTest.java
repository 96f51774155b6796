package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.area.AreaId;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;

/** By whose rule a stay is measured, and what a correction does to what was counted. */
class FactRulesTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

  private static Map<String, @Nullable Object> fact(Scene.Staff by, StayId stay) {
    String number = by.does(() -> Scene.stays().get(stay)).caseNumber();
    return House.as(
        by.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select * from transition.fact where case_number = ?")
                .param(number)
                .query()
                .singleRow());
  }

  private static void agree(AreaId area, int daysForTheForm) {
    House.as(
        Scene.officer(),
        () ->
            House.bean(TransitionRules.class)
                .agree(
                    area,
                    "架空ルール",
                    "Rule",
                    LONG_AGO,
                    14,
                    List.of(
                        LocalClock.afterAdmission(
                            "form", Side.CARE_MANAGER, StepKind.FORM_SENT, daysForTheForm))));
  }

  private static void send(Scene.Staff by, StayId stay, LocalDate day) {
    by.does(
        () ->
            Scene.stays()
                .log(stay, NewStep.of(StepKind.FORM_SENT, day, null, Mode.FAX), UUID.randomUUID()));
  }

  @Test
  void the_plan_owner_is_measured_by_the_rule_of_its_own_area_and_not_by_the_hospitals() {
    String strict = Scene.unit();
    String patient = Scene.unit();
    agree(Scene.area(strict), 2);
    agree(Scene.area(patient), 7);
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, strict);
    Scene.Staff here = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, strict);
    Scene.Staff there = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, patient);
    LocalDate day = Scene.today().minusDays(20);
    for (Scene.Staff manager : List.of(here, there)) {
      PersonId person = Scene.client(manager, CareLevel.CARE_2);
      StayId stay = Scene.admitted(manager, person, nurse.organization(), day);
      assertThat(fact(manager, stay)).containsEntry("information_in_rule", false);
      send(manager, stay, day.plusDays(4));
      assertThat(fact(manager, stay))
          .containsEntry("information_day", 5)
          .containsEntry("information_in_rule", manager == there)
          .containsEntry("rule_used", manager == there);
    }
  }

  @Test
  void without_a_rule_nothing_is_said_of_one() {
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    PersonId person = Scene.client(manager, CareLevel.SUPPORT_1);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today().minusDays(3));
    assertThat(fact(manager, stay))
        .containsEntry("information_in_rule", null)
        .containsEntry("rule_used", null)
        .containsEntry("plan_owner", "BEFORE")
        .containsEntry("group_admission", "PREVENTIVE");
  }

  @Test
  void a_correction_of_the_admission_moves_the_day_of_information_and_marks_both_months() {
    Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
    Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    LocalDate first = Scene.today().withDayOfMonth(1).minusMonths(1);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), first);
    send(manager, stay, first.plusDays(1));
    assertThat(fact(manager, stay)).containsEntry("information_day", 2);
    JdbcClient jdbc = House.bean(JdbcClient.class);
    List<LocalDate> marked =
        House.as(
            new Actor.Job("test"),
            () -> {
              // The recount, which takes the marks away, waits for this transaction.
              jdbc.sql("select pg_advisory_xact_lock(hashtext('indicator.recount'))")
                  .query((row, _) -> "")
                  .single();
              CompletableFuture.runAsync(() -> correct(manager, stay, first.minusDays(2))).join();
              return jdbc.sql(
                      "select distinct month from indicator.mark where source = 'transition'")
                  .query((row, _) -> row.getObject(1, LocalDate.class))
                  .list();
            });
    assertThat(fact(manager, stay)).containsEntry("information_day", 4);
    assertThat(marked).contains(first, first.minusMonths(1));
  }

  private static void correct(Scene.Staff manager, StayId stay, LocalDate admitted) {
    manager.does(
        () -> {
          Correction as = Correction.of(Scene.stays().get(stay), null, "入院日の打ち間違い");
          Scene.stays().correct(stay, as.admitted(admitted, null), UUID.randomUUID());
        });
  }

  @Test
  void what_is_recorded_of_the_person_after_a_stay_ended_changes_how_it_was_counted() {
    Scene.Staff office = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    Scene.Staff hospital = Scene.staff(OrganizationKind.HOSPITAL, null);
    Scene.Staff second = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    PersonId person = Scene.client(office, CareLevel.CARE_2);
    LocalDate today = Scene.today();
    StayId stay = Scene.admitted(office, person, hospital.organization(), today.minusDays(200));
    hospital.does(
        () ->
            Scene.stays()
                .discharge(stay, DischargeTo.HOME, today.minusDays(190), null, UUID.randomUUID()));
    assertThat(fact(office, stay)).containsEntry("group_discharge", "CARE");
    office.does(
        () ->
            House.bean(tasuki.person.Certifications.class)
                .record(
                    person,
                    new tasuki.person.Certification(
                        tasuki.person.CertificationStatus.CERTIFIED,
                        CareLevel.SUPPORT_1,
                        null,
                        today.minusDays(240),
                        today.plusDays(240))));
    assertThat(fact(office, stay)).containsEntry("group_discharge", "PREVENTIVE");
    office.does(
        () ->
            House.bean(tasuki.person.PlanOwners.class)
                .set(
                    person,
                    new tasuki.person.NewPlanOwner(
                        java.time.YearMonth.from(today.minusDays(190)),
                        tasuki.person.PlanOwnerKind.CARE_MANAGEMENT_OFFICE,
                        second.organization(),
                        null,
                        null)));
    assertThat(fact(office, stay)).containsEntry("office", second.organization().value());
  }
}
