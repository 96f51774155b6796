package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.area.AreaId;
import tasuki.calendar.BusinessCalendar;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.Counting;
import tasuki.calendar.FirstDay;
import tasuki.calendar.Holidays;
import tasuki.calendar.TimeLimit;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/** Officers write a rule line by line, see its dates, and nobody else can, by whatever way. */
class RuleEditingTest {

  private static final BusinessCalendar OFFICE =
      BusinessCalendar.usualForCareManagement(Holidays.byLaw());

  private static final LocalClock ODD =
      new LocalClock(
          "odd",
          Side.CARE_MANAGER,
          StepKind.HEARING,
          ClockEvent.DISCHARGE,
          FirstDay.EVENT_DAY,
          -6,
          -1,
          Counting.BUSINESS,
          TimeLimit.CLOSING_TIME,
          Set.of(CareGroup.CARE, CareGroup.PREVENTIVE),
          true);

  @Test
  void every_part_of_a_clock_survives_being_kept_and_being_edited() {
    ClockLine line = ClockReader.read(LocalClock.json(List.of(ODD), "r")).getFirst();
    assertThat(line.wish()).isTrue();
    assertThat(line.groups()).containsExactlyInAnyOrder(CareGroup.CARE, CareGroup.PREVENTIVE);
    assertThat(line.rule().counting()).isEqualTo(Counting.BUSINESS);
    assertThat(line.rule().timeLimit()).isEqualTo(TimeLimit.CLOSING_TIME);
    assertThat(line.rule().dayFrom()).isEqualTo(-6);
    assertThat(line.rule().dayUntil()).isEqualTo(-1);
  }

  @Test
  void business_days_skip_the_weekend_and_begin_with_the_next_open_day() {
    LocalDateTime friday = LocalDate.of(2026, 11, 27).atTime(18, 10);
    assertThat(last(3, FirstDay.EVENT_DAY, ClockEvent.ADMISSION, friday))
        .isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(last(3, FirstDay.NEXT_DAY, ClockEvent.ADMISSION, friday))
        .isEqualTo(LocalDate.of(2026, 12, 2));
    LocalDateTime saturday = LocalDate.of(2026, 11, 28).atTime(9, 0);
    assertThat(last(1, FirstDay.EVENT_DAY, ClockEvent.ADMISSION, saturday))
        .isEqualTo(LocalDate.of(2026, 11, 30));
    LocalDateTime monday = LocalDate.of(2026, 11, 30).atTime(10, 0);
    assertThat(last(-1, FirstDay.EVENT_DAY, ClockEvent.DISCHARGE, monday))
        .isEqualTo(LocalDate.of(2026, 11, 26));
  }

  private static LocalDate last(
      int days, FirstDay first, ClockEvent event, LocalDateTime happened) {
    LocalClock clock =
        new LocalClock(
            "c",
            Side.CARE_MANAGER,
            StepKind.FORM_SENT,
            event,
            first,
            null,
            days,
            Counting.BUSINESS,
            TimeLimit.END_OF_DAY,
            Set.of(),
            false);
    ClockLine line = ClockReader.read(LocalClock.json(List.of(clock), "r")).getFirst();
    return line.rule().evaluate(happened, OFFICE).lastDay();
  }

  private static UUID agree(Actor by, AreaId area) {
    return House.as(
        by,
        () ->
            House.bean(TransitionRules.class)
                .agree(
                    area,
                    "架空ルール",
                    "Rule",
                    LocalDate.of(2021, 4, 1),
                    30,
                    List.of(
                        LocalClock.afterAdmission(
                            "form", Side.CARE_MANAGER, StepKind.FORM_SENT, 3))));
  }

  @Test
  void only_officers_of_the_prefecture_and_of_the_areas_health_centre_agree_in_the_service_too() {
    String unit = Scene.unit();
    AreaId area = Scene.area(unit);
    String elsewhere = Scene.unit();
    Scene.area(elsewhere);
    List<Actor> others =
        List.of(
            Scene.staff(OrganizationKind.PREFECTURE, null, Duty.ADMINISTRATOR).actor(),
            Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, elsewhere, Duty.OFFICER).actor(),
            Scene.staff(OrganizationKind.MUNICIPALITY, unit, Duty.OFFICER).actor(),
            Scene.staff(OrganizationKind.HOSPITAL, unit).actor(),
            Actor.NOBODY);
    for (Actor other : others) {
      assertThatThrownBy(() -> agree(other, area))
          .as("%s", other)
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused ->
                  assertThat(refused.refused().reason())
                      .isEqualTo("transition.refused.not-keeper"));
    }
    assertThat(
            agree(
                Scene.staff(OrganizationKind.PUBLIC_HEALTH_CENTRE, unit, Duty.OFFICER).actor(),
                area))
        .isNotNull();
  }

  @Test
  void a_line_that_nobody_can_keep_is_refused_by_the_service() {
    AreaId area = Scene.area(Scene.unit());
    LocalClock impossible =
        LocalClock.afterAdmission("x", Side.HOSPITAL, StepKind.FIRST_HOME_VISIT, 3);
    assertThatThrownBy(
            () ->
                House.as(
                    Scene.officer(),
                    () ->
                        House.bean(TransitionRules.class)
                            .agree(
                                area, "架空", "x", LocalDate.of(2021, 4, 1), 0, List.of(impossible))))
        .isInstanceOf(RefusedException.class);
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", "架空圏域ルール");
    fields.put("nameEnglish", "Rule of nowhere");
    fields.put("validFrom", Scene.today().plusDays(40).toString());
    fields.put("readmission", "30日");
    line(fields, "4", "HOSPITAL", "CONTACTED", "FROM_ADMISSION", "２");
    return fields;
  }

  private static void line(
      Map<String, String> fields, String id, String side, String what, String when, String days) {
    fields.put("row", id);
    fields.put("side" + id, side);
    fields.put("what" + id, what);
    fields.put("when" + id, when);
    fields.put("days" + id, days);
    fields.put("counting" + id, "BUSINESS");
    fields.put("limit" + id, "CLOSING_TIME");
    fields.put("bond" + id, "WISH");
    fields.put("from" + id, "");
  }

  @Test
  void a_rule_is_written_checked_and_agreed_on_the_page() {
    Scene.Staff officer = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    Scene.givePassword(officer);
    AreaId area = Scene.area(Scene.unit());
    Visitor visitor = Visitor.signedIn(officer.login(), Scene.PASSWORD);
    String at = "/rules/" + area.value() + "/new";
    assertThat(visitor.get(at).body()).contains("name=\"what0\"").contains("約束を足す");

    Map<String, String> more = fields();
    more.put("press", "add");
    assertThat(visitor.post(at, more).body()).contains("name=\"what4\"").contains("name=\"what5\"");
    more.put("press", "out-4");
    assertThat(visitor.post(at, more).body()).doesNotContain("name=\"what4\"");

    Map<String, String> preview = fields();
    preview.put("press", "preview");
    HttpResponse<String> shown = visitor.post(at, preview);
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("この約束での期限").contains("2営業日目").contains("(金)");
    assertThat(visitor.get("/rules/" + area.value()).body()).doesNotContain("架空圏域ルール");

    bad(visitor, at, "days4", "0", "約束1");
    bad(visitor, at, "side4", "CARE_MANAGER", "この側がすることではありません");
    bad(visitor, at, "what4", "NONSENSE", "何を行うか");
    bad(visitor, at, "when4", "AFTER_DISCHARGE", "入院中にすることです");
    bad(visitor, at, "from4", "9", "始まりが終わりより後");
    bad(visitor, at, "counting4", "LUNAR", "日の数え方");
    bad(visitor, at, "groups4", "EVERYONE", "f-groups4-error");
    bad(visitor, at, "readmission", "千", "0から365まで");

    Map<String, String> agreed = fields();
    agreed.put("press", "agree");
    HttpResponse<String> done = visitor.post(at, agreed);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("架空圏域ルール").contains("お願い").contains("営業日目");
    assertThat(visitor.get(at).body())
        .contains("name=\"what0\"")
        .contains("value=\"CONTACTED\" selected")
        .contains("value=\"BUSINESS\" selected")
        .contains("value=\"WISH\" selected");
  }

  @Test
  void a_rule_without_an_english_name_goes_by_its_japanese_one_on_english_pages_too() {
    Scene.Staff officer = Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);
    Scene.givePassword(officer);
    AreaId area = Scene.area(Scene.unit());
    Visitor visitor = Visitor.signedIn(officer.login(), Scene.PASSWORD);
    String at = "/rules/" + area.value() + "/new";
    Map<String, String> fields = fields();
    fields.put("nameEnglish", " ");
    fields.put("press", "agree");
    assertThat(visitor.post(at, fields).body()).contains("架空圏域ルール");
    assertThat(visitor.get("/language?to=en&back=/rules/" + area.value()).body())
        .contains("<html")
        .contains("lang=\"en\"")
        .contains("架空圏域ルール");
    assertThat(visitor.get(at).body())
        .as("nobody wrote an English name, so none is shown as written")
        .containsPattern("name=\"nameEnglish\"[^>]*value=\"\"");
  }

  private static void bad(Visitor visitor, String at, String field, String value, String words) {
    Map<String, String> fields = fields();
    if (field.equals("when4")) {
      line(fields, "4", "HOSPITAL", "SCREENED", value, "2");
    } else {
      fields.put(field, value);
    }
    fields.put("press", "agree");
    HttpResponse<String> page = visitor.post(at, fields);
    assertThat(page.statusCode()).as(field).isEqualTo(422);
    assertThat(page.body()).as(field).contains("架空圏域ルール");
    assertThat(page.body()).as(field).contains(words);
  }
}
