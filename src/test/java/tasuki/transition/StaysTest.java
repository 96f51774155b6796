package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;

class StaysTest {

  private final Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private final LocalDate today = Scene.today();

  private List<RunningClock> clocks(Scene.Staff as, StayId stay) {
    return House.as(as.actor(), () -> House.bean(Clocks.class).of(stay));
  }

  private List<Step> log(Scene.Staff as, StayId stay) {
    return House.as(as.actor(), () -> House.bean(StepLog.class).of(stay));
  }

  private void logs(Scene.Staff who, StayId stay, StepKind kind, LocalDate on) {
    who.does(
        () -> Scene.stays().log(stay, NewStep.of(kind, on, null, Mode.MEETING), UUID.randomUUID()));
  }

  @Test
  void a_care_manager_reports_and_the_hospital_finds_the_stay_on_its_list_with_clocks() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    nurse.does(
        () ->
            House.bean(TransitionRules.class)
                .declareGrade(nurse.organization(), WardType.GENERAL, 1, today.minusYears(1)));
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today);
    List<Worklist.Row> rows =
        nurse
            .does(
                () ->
                    House.bean(Worklist.class).of(Worklist.Wanted.first(Worklist.Tab.SCREENING, 9)))
            .rows();
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().stay().id()).isEqualTo(stay);
    assertThat(clocks(manager, stay))
        .filteredOn(clock -> clock.side() == Side.CARE_MANAGER)
        .extracting(RunningClock::code)
        .containsExactlyInAnyOrder("admission-information-1", "admission-information-2");
    assertThat(clocks(nurse, stay))
        .filteredOn(clock -> clock.side() == Side.HOSPITAL)
        .extracting(RunningClock::step)
        .containsExactlyInAnyOrder(StepKind.SCREENED, StepKind.TALKED, StepKind.TEAM_CONFERENCE);
  }

  @Test
  void the_form_sent_meets_its_clock_and_taking_it_back_opens_it_again() {
    PersonId person = Scene.client(manager, CareLevel.CARE_1);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today);
    StepId sent =
        manager.does(
            () ->
                Scene.stays()
                    .log(
                        stay,
                        NewStep.of(StepKind.FORM_SENT, today, null, Mode.FAX),
                        UUID.randomUUID()));
    assertThat(clocks(manager, stay)).allMatch(clock -> sent.value().equals(clock.metBy()));
    manager.does(() -> Scene.stays().answer(sent, Stance.WITHDRAWS, null, UUID.randomUUID()));
    assertThat(clocks(manager, stay)).allMatch(clock -> clock.metBy() == null);
    assertThat(log(manager, stay)).extracting(Step::id).contains(sent.value());
  }

  @Test
  void support_levels_have_no_fee_clock() {
    PersonId person = Scene.client(manager, CareLevel.SUPPORT_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today);
    assertThat(clocks(manager, stay)).isEmpty();
    List<Worklist.Row> rows =
        manager
            .does(
                () ->
                    House.bean(Worklist.class)
                        .of(Worklist.Wanted.first(Worklist.Tab.PREVENTIVE, 9)))
            .rows();
    assertThat(rows).extracting(row -> row.stay().id()).containsExactly(stay);
  }

  @Test
  void a_second_report_within_three_days_joins_the_first_and_a_farther_one_is_asked() {
    PersonId person = Scene.client(manager, CareLevel.CARE_3);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today.minusDays(10));
    AdmissionResult near =
        nurse.does(
            () ->
                Scene.stays()
                    .admit(
                        Scene.report(person, nurse.organization(), today.minusDays(7)),
                        UUID.randomUUID()));
    assertThat(near).isEqualTo(new AdmissionResult.Joined(stay));
    AdmissionResult far =
        nurse.does(
            () ->
                Scene.stays()
                    .admit(
                        Scene.report(person, nurse.organization(), today.minusDays(6)),
                        UUID.randomUUID()));
    assertThat(far).isInstanceOf(AdmissionResult.Asked.class);
    AdmissionResult decided =
        nurse.does(
            () ->
                Scene.stays()
                    .admit(
                        Scene.report(person, nurse.organization(), today.minusDays(6))
                            .decided(Admission.Decision.SAME),
                        UUID.randomUUID()));
    assertThat(decided).isEqualTo(new AdmissionResult.Joined(stay));
    assertThatThrownBy(
            () ->
                nurse.does(
                    () ->
                        Scene.stays()
                            .admit(
                                Scene.report(person, nurse.organization(), today)
                                    .decided(Admission.Decision.SEPARATE),
                                UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void two_sessions_that_report_the_same_admission_at_once_make_one_stay() throws Exception {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId former = Scene.admitted(manager, person, nurse.organization(), today.minusDays(40));
    manager.does(
        () ->
            Scene.stays()
                .discharge(former, DischargeTo.HOME, today.minusDays(30), null, UUID.randomUUID()));
    List<Callable<StayId>> reports = new ArrayList<>();
    for (int each = 0; each < 3; each++) {
      reports.add(() -> Scene.admitted(manager, person, nurse.organization(), today.minusDays(1)));
      reports.add(() -> Scene.admitted(nurse, person, nurse.organization(), today));
    }
    Set<StayId> stays = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<StayId> report : threads.invokeAll(reports)) {
        stays.add(report.get());
      }
    }
    assertThat(stays).hasSize(1).doesNotContain(former);
    assertThat(log(nurse, stays.iterator().next()))
        .filteredOn(step -> step.kind() == StepKind.ADMISSION_KNOWN)
        .hasSize(6);
  }

  @Test
  void the_same_key_sent_twice_logs_one_step() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today);
    UUID key = UUID.randomUUID();
    NewStep hearing = NewStep.of(StepKind.HEARING, today, null, Mode.VIDEO);
    StepId first = manager.does(() -> Scene.stays().log(stay, hearing, key));
    StepId again = manager.does(() -> Scene.stays().log(stay, hearing, key));
    assertThat(again).isEqualTo(first);
    assertThat(log(manager, stay)).filteredOn(step -> step.kind() == StepKind.HEARING).hasSize(1);
  }

  @Test
  void what_one_side_claims_and_the_other_denies_stays_visible_to_both() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today);
    logs(nurse, stay, StepKind.HEARING, today);
    Step claim =
        log(manager, stay).stream()
            .filter(step -> step.kind() == StepKind.HEARING)
            .findFirst()
            .orElseThrow();
    manager.does(
        () ->
            Scene.stays()
                .answer(new StepId(claim.id()), Stance.DENIES, "受けていません", UUID.randomUUID()));
    for (Scene.Staff side : List.of(nurse, manager)) {
      List<Step> rows = log(side, stay);
      assertThat(rows).extracting(Step::id).contains(claim.id());
      assertThat(Evidence.isDenied(claim, rows)).isTrue();
      assertThat(Evidence.of(claim, rows, true, true)).isEqualTo(Evidence.ONE_SIDED);
    }
    assertThatThrownBy(
            () ->
                nurse.does(
                    () ->
                        Scene.stays()
                            .answer(
                                new StepId(claim.id()), Stance.CONFIRMS, null, UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_transfer_ends_the_stay_and_begins_the_next_of_the_same_chain_with_clocks_of_its_own() {
    Scene.Staff next = Scene.staff(OrganizationKind.HOSPITAL, null);
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId first = Scene.admitted(manager, person, nurse.organization(), today.minusDays(20));
    StayId second =
        manager.does(
            () ->
                Scene.stays()
                    .transfer(
                        first,
                        next.organization(),
                        today,
                        null,
                        tasuki.person.NewBasis.ofPerson(tasuki.person.BasisKind.CONTRACT, null),
                        UUID.randomUUID()));
    Stay ended = manager.does(() -> Scene.stays().get(first));
    Stay begun = next.does(() -> Scene.stays().get(second));
    assertThat(ended.state()).isEqualTo(StayState.TRANSFERRED);
    assertThat(begun.chain()).isEqualTo(ended.chain());
    assertThat(begun.state()).isEqualTo(StayState.IN_HOSPITAL);
    assertThat(clocks(manager, first)).allMatch(clock -> clock.stoppedAt() != null);
    assertThat(clocks(manager, second)).isNotEmpty().allMatch(clock -> clock.stoppedAt() == null);
    assertThat(chainOpen(manager, ended.chain())).isTrue();
    manager.does(
        () -> Scene.stays().discharge(second, DischargeTo.HOME, today, null, UUID.randomUUID()));
    assertThat(chainOpen(manager, ended.chain())).isFalse();
  }

  private static boolean chainOpen(Scene.Staff as, UUID chain) {
    return House.as(
        as.actor(),
        () -> House.bean(StayRows.class).chainRow(chain).orElseThrow().closedAt() == null);
  }

  @Test
  void death_stops_the_clocks_and_takes_the_case_off_every_list_and_out_of_the_missed_list() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today.minusDays(9));
    Stay known = manager.does(() -> Scene.stays().get(stay));
    Scene.Staff officer = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    assertThat(missed(officer)).contains(known.caseNumber());
    nurse.does(
        () -> Scene.stays().discharge(stay, DischargeTo.DEATH, today, null, UUID.randomUUID()));
    assertThat(clocks(manager, stay)).allMatch(clock -> clock.stoppedAt() != null);
    assertThat(
            manager
                .does(
                    () -> House.bean(Worklist.class).of(Worklist.Wanted.first(Worklist.Tab.ALL, 9)))
                .rows())
        .isEmpty();
    assertThat(missed(officer)).doesNotContain(known.caseNumber());
    assertThat(officer.does(() -> House.bean(MissedCases.class).remind(known.caseNumber())))
        .isEmpty();
  }

  private static List<String> missed(Scene.Staff officer) {
    return officer
        .does(
            () ->
                House.bean(MissedCases.class)
                    .of(
                        House.bean(tasuki.directory.Organizations.class)
                            .get(officer.organization()),
                        MissedCases.Wanted.first(500)))
        .stream()
        .map(MissedCases.Missed::caseNumber)
        .toList();
  }

  @Test
  void an_officer_reminds_both_sides_once_a_day_without_seeing_the_person() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today.minusDays(9));
    Stay known = manager.does(() -> Scene.stays().get(stay));
    Scene.Staff officer = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    UUID first =
        officer.does(() -> House.bean(MissedCases.class).remind(known.caseNumber())).orElseThrow();
    UUID again =
        officer.does(() -> House.bean(MissedCases.class).remind(known.caseNumber())).orElseThrow();
    assertThat(again).isEqualTo(first);
    assertThat(log(manager, stay)).extracting(Step::kind).contains(StepKind.REMINDED);
    assertThat(log(officer, stay)).isEmpty();
    assertThatThrownBy(() -> officer.does(() -> Scene.stays().get(stay)))
        .isInstanceOf(AbsentException.class);
    assertThat(nurse.does(() -> House.bean(MissedCases.class).remind(known.caseNumber())))
        .as("who cares for persons does not remind as an officer")
        .isEmpty();
  }

  @Test
  void nobody_outside_sees_a_stay_by_sql() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today.minusDays(1));
    manager.does(
        () -> Scene.stays().planDischarge(stay, today.plusDays(5), null, UUID.randomUUID()));
    Scene.Staff stranger = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
    for (String table : List.of("chain", "stay", "planned_discharge", "step", "party", "clock")) {
      assertThat(count(manager, table, person)).as(table).isPositive();
      assertThat(count(stranger, table, person)).as(table).isZero();
    }
    assertThat(
            House.<Long>as(
                stranger.actor(),
                () ->
                    House.bean(JdbcClient.class)
                        .sql("select count(*) from transition.nameless")
                        .query(Long.class)
                        .single()))
        .isZero();
    assertThatThrownBy(() -> logs(stranger, stay, StepKind.HEARING, today))
        .isInstanceOf(AbsentException.class);
  }

  private static long count(Scene.Staff as, String table, PersonId person) {
    return House.<Long>as(
        as.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from transition." + table + " where person = ?")
                .param(person.value())
                .query(Long.class)
                .single());
  }

  @Test
  void a_hospital_of_another_area_sees_the_other_areas_clock_as_a_wish_never_late() {
    String here = Scene.unit();
    String there = Scene.unit();
    var homeArea = Scene.area(here);
    Scene.area(there);
    Scene.Staff office = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, here);
    Scene.Staff away = Scene.staff(OrganizationKind.HOSPITAL, there);
    House.as(
        Scene.officer(),
        () ->
            House.bean(TransitionRules.class)
                .agree(
                    homeArea,
                    "架空ルール",
                    "Rule",
                    LocalDate.of(2020, 4, 1),
                    30,
                    List.of(
                        LocalClock.afterAdmission("tell-3", Side.HOSPITAL, StepKind.SCREENED, 3),
                        LocalClock.afterAdmission(
                            "form-3", Side.CARE_MANAGER, StepKind.FORM_SENT, 3))));
    PersonId person = Scene.client(office, CareLevel.CARE_2);
    StayId stay = Scene.admitted(office, person, away.organization(), today.minusDays(20));
    List<RunningClock> all = clocks(away, stay);
    RunningClock wish =
        all.stream().filter(clock -> clock.side() == Side.HOSPITAL).findFirst().orElseThrow();
    assertThat(wish.wish()).isTrue();
    assertThat(wish.standing(OffsetDateTime.now(), all)).isEqualTo(RunningClock.Standing.PASSED);
    assertThat(
            all.stream()
                .filter(clock -> clock.code().startsWith("form-3"))
                .findFirst()
                .orElseThrow())
        .matches(own -> !own.wish())
        .matches(own -> own.standing(OffsetDateTime.now(), all) == RunningClock.Standing.OVERDUE);
  }

  @Test
  void a_corrected_admission_moves_its_clocks_and_the_log_keeps_what_it_said() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today.minusDays(5));
    OffsetDateTime before = clocks(manager, stay).getFirst().dueAt();
    nurse.does(
        () -> {
          Correction as = Correction.of(Scene.stays().get(stay), null, "病棟から連絡");
          Scene.stays()
              .correct(
                  stay,
                  as.admitted(today.minusDays(2), null).onWard("3階", WardType.LONG_TERM, 2),
                  UUID.randomUUID());
        });
    assertThat(clocks(manager, stay).getFirst().dueAt()).isAfter(before);
    assertThat(log(manager, stay))
        .anyMatch(step -> step.kind() == StepKind.CORRECTED && step.note() != null);
    assertThat(clocks(nurse, stay))
        .filteredOn(clock -> clock.side() == Side.HOSPITAL)
        .extracting(RunningClock::code)
        .containsExactly("discharge-support-2-screening");
  }
}
