package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.Visitor;
import tasuki.area.AreaId;
import tasuki.calendar.FiscalYear;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.identity.Duty;
import tasuki.kernel.RefusedException;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;
import tasuki.person.Persons;

/** The daily work around a stay: lists, papers, offices, meetings, rules. */
class StayWorkTest {

  private final Scene.Staff manager = Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private final LocalDate today = Scene.today();

  private static Visitor visit(Scene.Staff staff) {
    Scene.givePassword(staff);
    return Visitor.signedIn(staff.login(), Scene.PASSWORD);
  }

  private StayId admitted(LocalDate on) {
    return Scene.admitted(
        manager, Scene.client(manager, CareLevel.CARE_2), nurse.organization(), on);
  }

  private static List<UUID> stays(Scene.Staff as, Worklist.Wanted wanted) {
    return as.does(() -> House.bean(Worklist.class).of(wanted)).rows().stream()
        .map(row -> row.stay().id().value())
        .toList();
  }

  @Test
  void the_list_is_paged_forward_and_back_in_one_order() {
    for (int number = 0; number < 7; number++) {
      admitted(today.minusDays(number));
    }
    Worklist worklist = House.bean(Worklist.class);
    List<UUID> all = stays(manager, Worklist.Wanted.first(Worklist.Tab.ALL, 50));
    List<UUID> forward = new ArrayList<>();
    Worklist.Key key = null;
    List<Worklist.Row> page;
    do {
      Worklist.Wanted wanted = new Worklist.Wanted(Worklist.Tab.ALL, null, key, null, 3);
      page = manager.does(() -> worklist.of(wanted)).rows();
      page.forEach(row -> forward.add(row.stay().id().value()));
      if (!page.isEmpty()) {
        key = new Worklist.Key(page.getLast().due(), page.getLast().stay().id().value());
      }
    } while (!page.isEmpty());
    assertThat(all).hasSize(7);
    assertThat(forward).isEqualTo(all);
    List<Worklist.Row> rows =
        manager.does(() -> worklist.of(Worklist.Wanted.first(Worklist.Tab.ALL, 50))).rows();
    Worklist.Key fifth = new Worklist.Key(rows.get(5).due(), rows.get(5).stay().id().value());
    assertThat(stays(manager, new Worklist.Wanted(Worklist.Tab.ALL, null, null, fifth, 3)))
        .isEqualTo(all.subList(2, 5));
  }

  @Test
  void a_named_colleagues_cases_are_shown_and_the_sheet_can_leave_the_names_out() {
    StayId stay = admitted(today);
    Scene.Staff colleague = Scene.colleague(manager.organization(), Duty.CARE);
    manager.does(() -> Scene.stays().charge(stay, colleague.account().value(), null));
    admitted(today);
    UUID account = colleague.account().value();
    assertThat(stays(manager, new Worklist.Wanted(Worklist.Tab.ALL, account, null, null, 9)))
        .containsExactly(stay.value());
    Visitor visitor = visit(manager);
    String named = visitor.get("/stays?whose=" + account).body();
    assertThat(named).contains("/stays/" + stay);
    assertThat(visitor.get("/stays?tab=nonsense&whose=nonsense&after=x").statusCode())
        .isEqualTo(200);
    assertThat(visitor.get("/stays/paper").body()).contains("架空 入院");
    assertThat(visitor.get("/stays/paper?names=initials").body())
        .contains("カ・ニ")
        .doesNotContain("架空 入院");
  }

  @Test
  void what_did_not_arrive_stands_on_the_home_sides_list_until_it_arrives_or_is_not_needed() {
    StayId stay = admitted(today.minusDays(5));
    nurse.does(() -> Scene.stays().planDischarge(stay, today, null, UUID.randomUUID()));
    Worklist.Wanted missing = Worklist.Wanted.first(Worklist.Tab.PAPERS, 9);
    assertThat(stays(manager, missing)).containsExactly(stay.value());
    LeavingPapers papers = House.bean(LeavingPapers.class);
    Stay known = nurse.does(() -> Scene.stays().get(stay));
    for (PaperKind kind : PaperKind.values()) {
      if (kind == PaperKind.REHABILITATION_SUMMARY) {
        nurse.does(() -> papers.say(known, kind, LeavingPapers.Said.NOT_NEEDED, UUID.randomUUID()));
      } else {
        nurse.does(() -> papers.say(known, kind, LeavingPapers.Said.GIVEN, UUID.randomUUID()));
        manager.does(() -> papers.say(known, kind, LeavingPapers.Said.ARRIVED, UUID.randomUUID()));
      }
    }
    assertThat(stays(manager, missing)).isEmpty();
    manager.does(
        () ->
            papers.say(
                known, PaperKind.REFERRAL, LeavingPapers.Said.TAKEN_BACK, UUID.randomUUID()));
    assertThat(stays(manager, missing)).containsExactly(stay.value());
    assertThatThrownBy(
            () ->
                manager.does(
                    () ->
                        papers.say(
                            known,
                            PaperKind.REFERRAL,
                            LeavingPapers.Said.GIVEN,
                            UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void the_papers_are_ticked_on_the_page_of_the_stay() {
    StayId stay = admitted(today.minusDays(5));
    nurse.does(() -> Scene.stays().planDischarge(stay, today, null, UUID.randomUUID()));
    Visitor visitor = visit(nurse);
    assertThat(visitor.get("/stays/" + stay).body()).contains("看護サマリー");
    HttpResponse<String> page =
        visitor.post(
            "/stays/" + stay + "/papers",
            Map.of(
                "kind", "NURSING_SUMMARY", "said", "GIVEN", "key", UUID.randomUUID().toString()));
    assertThat(page.body()).contains("に渡した(届いたか未確認)");
  }

  @Test
  void several_offices_are_shown_and_the_choice_is_recorded_while_nobody_owns_the_plan() {
    PersonId person = Scene.client(manager, CareLevel.CARE_1);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), today);
    Stay known = manager.does(() -> Scene.stays().get(stay));
    OfficeChoices choices = House.bean(OfficeChoices.class);
    nurse.does(
        () ->
            choices.record(
                known,
                manager.organization(),
                OfficeChoices.Said.SHOWN,
                today,
                null,
                UUID.randomUUID()));
    manager.does(
        () ->
            choices.record(
                known,
                manager.organization(),
                OfficeChoices.Said.CHOSEN,
                today,
                "近いため",
                UUID.randomUUID()));
    assertThat(nurse.does(() -> choices.of(known)))
        .extracting(OfficeChoices.Line::said)
        .containsExactly(OfficeChoices.Said.SHOWN, OfficeChoices.Said.CHOSEN);
    Visitor visitor = visit(nurse);
    assertThat(visitor.get("/stays/" + stay).body()).contains("近いため");
    HttpResponse<String> page =
        visitor.post("/stays/" + stay + "/offices", Map.of("said", "SHOWN", "on", "x"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("f-office-error").contains("f-on-error");
  }

  @Test
  void institutions_met_are_counted_by_day_and_fiscal_year_and_no_other_hospital_sees_them() {
    Meetings meetings = House.bean(Meetings.class);
    FiscalYear year = FiscalYear.of(today);
    nurse.does(
        () -> {
          List<String> both = List.of("架空クリニック", "架空薬局");
          meetings.record(today, Mode.MEETING, null, both, UUID.randomUUID());
          meetings.record(today, Mode.VIDEO, null, List.of("架空クリニック"), UUID.randomUUID());
          meetings.record(year.previous().firstDay(), Mode.MEETING, null, both, UUID.randomUUID());
        });
    Meetings.Year counted = nurse.does(() -> meetings.of(year));
    assertThat(counted.partners())
        .containsExactlyInAnyOrder(
            new Meetings.Partner("架空クリニック", 1), new Meetings.Partner("架空薬局", 1));
    assertThat(counted.meetings()).hasSize(2);
    Scene.Staff other = Scene.staff(OrganizationKind.HOSPITAL, null);
    assertThat(other.does(() -> meetings.of(year)).meetings()).isEmpty();
    assertThatThrownBy(
            () ->
                nurse.does(
                    () ->
                        meetings.record(
                            today.plusDays(1),
                            Mode.MEETING,
                            null,
                            List.of("架空"),
                            UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
    Visitor visitor = visit(nurse);
    assertThat(visitor.get("/meetings").body()).contains("架空クリニック");
    HttpResponse<String> page = visitor.post("/meetings", Map.of("on", "", "mode", "FOX"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("f-on-error")
        .contains("f-mode-error")
        .contains("f-others-error");
    assertThat(visit(manager).get("/meetings").statusCode()).isEqualTo(404);
  }

  @Test
  void the_missed_list_is_filtered_and_paged_both_ways() {
    for (int number = 0; number < 4; number++) {
      admitted(today.minusDays(8 + number));
    }
    Scene.Staff officer = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    var watcher = House.bean(Organizations.class).get(officer.organization());
    MissedCases missed = House.bean(MissedCases.class);
    List<MissedCases.Missed> all =
        officer.does(() -> missed.of(watcher, MissedCases.Wanted.first(5000)));
    MissedCases.Missed third = all.get(2);
    MissedCases.Key key =
        new MissedCases.Key(third.since(), third.caseNumber(), third.missing().name());
    assertThat(
            officer.does(
                () ->
                    missed.of(
                        watcher, new MissedCases.Wanted(null, null, null, null, null, key, 5000))))
        .isEqualTo(all.subList(0, 2));
    assertThat(
            officer.does(
                () ->
                    missed.of(
                        watcher, new MissedCases.Wanted(null, null, null, null, key, null, 1))))
        .isEqualTo(all.subList(3, 4));
    assertThat(
            officer.does(
                () ->
                    missed.of(
                        watcher,
                        new MissedCases.Wanted(
                            CareGroup.CARE,
                            null,
                            Side.CARE_MANAGER,
                            StepKind.FORM_SENT,
                            null,
                            null,
                            5000))))
        .hasSizeGreaterThanOrEqualTo(4)
        .allMatch(row -> row.missing() == StepKind.FORM_SENT && row.side() == Side.CARE_MANAGER);
    Visitor visitor = visit(officer);
    assertThat(visitor.get("/missed?side=CARE_MANAGER&missing=FORM_SENT&area=x").statusCode())
        .isEqualTo(200);
  }

  @Test
  void the_place_of_a_hospital_ends_sixty_days_after_discharge_and_goes_on_when_it_comes_back() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId former = Scene.admitted(manager, person, nurse.organization(), today.minusDays(90));
    nurse.does(
        () ->
            Scene.stays()
                .discharge(former, DischargeTo.HOME, today.minusDays(70), null, UUID.randomUUID()));
    Persons persons = House.bean(Persons.class);
    assertThat(nurse.<Boolean>does(() -> persons.seenInFull(person))).isFalse();
    assertThat(nurse.does(() -> Scene.stays().get(former)).id()).isEqualTo(former);

    PersonId other = Scene.client(manager, CareLevel.CARE_2);
    StayId recent = Scene.admitted(manager, other, nurse.organization(), today.minusDays(20));
    nurse.does(
        () ->
            Scene.stays()
                .discharge(recent, DischargeTo.HOME, today.minusDays(10), null, UUID.randomUUID()));
    assertThat(ends(other)).isEqualTo(1);
    Scene.admitted(nurse, other, nurse.organization(), today.minusDays(1));
    assertThat(ends(other)).isZero();
    assertThat(nurse.<Boolean>does(() -> persons.seenInFull(other))).isTrue();
  }

  private int ends(PersonId person) {
    return House.as(
        manager.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql(
                    "select count(*) from person.team_member where person = ?"
                        + " and left_at is not null")
                .param(person.value())
                .query(Integer.class)
                .single());
  }

  @Test
  void a_health_centre_revises_the_rule_of_its_own_area_and_nobody_elses() {
    String unit = Scene.unit();
    AreaId area = Scene.area(unit);
    AreaId elsewhere = Scene.area(Scene.unit());
    Scene.Staff centre = Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, unit, Duty.OFFICER);
    Visitor visitor = visit(centre);
    assertThat(visitor.get("/rules").body()).contains("架空圏域" + unit);
    assertThat(visitor.get("/rules/" + elsewhere.value() + "/new").statusCode()).isEqualTo(404);
    Map<String, String> fields = new HashMap<>();
    fields.put("name", "架空ルール");
    fields.put("nameEnglish", "Sample rule");
    fields.put("validFrom", today.toString());
    fields.put("readmission", "30");
    fields.put("row", "0");
    fields.put("side0", "HOSPITAL");
    fields.put("what0", "CONTACTED");
    fields.put("when0", "FROM_ADMISSION");
    fields.put("days0", "３日");
    fields.put("counting0", "CALENDAR");
    fields.put("limit0", "END_OF_DAY");
    fields.put("bond0", "DUTY");
    fields.put("press", "agree");
    HttpResponse<String> page = visitor.post("/rules/" + area.value() + "/new", fields);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("架空ルール").contains("いま使われています").contains("例:");
    fields.put("validFrom", today.plusMonths(1).toString());
    fields.put("days0", "5");
    visitor.post("/rules/" + area.value() + "/new", fields);
    TransitionRules rules = House.bean(TransitionRules.class);
    List<TransitionRules.Version> versions = centre.does(() -> rules.versions(area));
    assertThat(versions).hasSize(2);
    assertThat(versions.getLast().until()).isEqualTo(today.plusMonths(1).minusDays(1));
    assertThat(versions.getFirst().lines()).hasSize(1);
    Map<String, String> bad =
        Map.of(
            "validFrom", today.toString(),
            "days0", "三日",
            "readmission", "",
            "name", "");
    for (Map.Entry<String, String> one : bad.entrySet()) {
      Map<String, String> typed = new HashMap<>(fields);
      typed.put("validFrom", today.plusMonths(3).toString());
      typed.put(one.getKey(), one.getValue());
      HttpResponse<String> again = visitor.post("/rules/" + area.value() + "/new", typed);
      assertThat(again.statusCode()).as(one.getKey()).isEqualTo(422);
      assertThat(again.body()).as(one.getKey()).contains("f-" + one.getKey() + "-error");
    }
    Map<String, String> pair = new HashMap<>(fields);
    pair.put("hospitalArea", area.value().toString());
    pair.put("homeArea", elsewhere.value().toString());
    assertThat(visitor.post("/rules/pairs/new", pair).body()).contains("登録しました");
    pair.put("homeArea", area.value().toString());
    assertThat(visitor.post("/rules/pairs/new", pair).body()).contains("f-homeArea-error");
  }

  @Test
  void a_hospital_declares_its_grade_and_reads_what_follows() {
    Scene.Staff administrator = Scene.colleague(nurse.organization(), Duty.ADMINISTRATOR);
    Visitor visitor = visit(administrator);
    assertThat(visitor.get("/grades").body()).contains("例:");
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "wardType", "GENERAL",
                "grade", "1",
                "validFrom", today.minusDays(30).toString()));
    assertThat(visitor.post("/grades", fields).body()).contains("一般病棟など 加算1");
    HttpResponse<String> older = visitor.post("/grades", fields);
    assertThat(older.statusCode()).isEqualTo(422);
    assertThat(older.body()).contains("f-validFrom-error");
    StayId stay = admitted(today);
    assertThat(nurse.does(() -> Scene.stays().get(stay)).feeGrade()).isEqualTo(1);
  }
}
