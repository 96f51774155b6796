package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;

class StayPagesTest {

  private static final Scene.Staff manager =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff stranger = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff officer =
      Scene.staff(OrganizationKind.PREFECTURE, null, Duty.OFFICER);

  @BeforeAll
  static void everybodyHasAPassword() {
    Scene.givePassword(manager);
    Scene.givePassword(nurse);
    Scene.givePassword(stranger);
    Scene.givePassword(officer);
  }

  private static final Map<String, Visitor> VISITORS = new HashMap<>();

  /** A code works once, so everybody signs in once. */
  private static Visitor visit(Scene.Staff staff) {
    return VISITORS.computeIfAbsent(
        staff.login(), login -> Visitor.signedIn(login, Scene.PASSWORD));
  }

  private static Map<String, String> report(PersonId person) {
    Map<String, String> fields = new HashMap<>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("person", person.toString());
    fields.put("hospital", nurse.organization().toString());
    fields.put("on", Scene.today().toString());
    fields.put("at", "0:01");
    fields.put("mode", "TELEPHONE");
    fields.put("basis", "CONTRACT");
    return fields;
  }

  @Test
  void a_care_manager_reports_on_the_form_and_the_hospital_opens_the_case() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    Visitor visitor = visit(manager);
    assertThat(visitor.get("/stays/new?person=" + person).statusCode()).isEqualTo(200);
    HttpResponse<String> page = visitor.post("/stays/new", report(person));
    assertThat(page.statusCode()).isEqualTo(200);
    String stay = page.uri().getPath();
    assertThat(page.body()).contains("入院時情報提供書を送る").contains("入院日=1日目");
    assertThat(visit(nurse).get(stay).body()).contains("計画担当側");
    assertThat(visit(nurse).get("/stays").body()).contains(stay);
    assertThat(visit(stranger).get(stay).statusCode()).isEqualTo(404);
    assertThat(visit(officer).get(stay).statusCode()).isEqualTo(404);
    for (String path :
        new String[] {
          "/steps/form_sent", "/plan", "/discharge", "/transfer", "/leave", "/correct", "/charge"
        }) {
      assertThat(visitor.get(stay + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(visitor.get("/language?to=en&back=" + stay).body())
        .contains("Send the admission form");
    visitor.get("/language?to=ja&back=/");
  }

  @Test
  void bad_input_in_every_field_of_the_admission_is_said_at_the_field_and_nothing_is_lost() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    Visitor visitor = visit(manager);
    visitor.get("/stays/new?person=" + person);
    Map<String, String> bad =
        Map.of(
            "hospital", "うその病院",
            "on", "R8.13.45",
            "at", "25時",
            "mode", "PIGEON",
            "from", "長".repeat(61),
            "ward", "棟".repeat(41),
            "wardType", "ROOF",
            "basis", "RUMOUR");
    for (Map.Entry<String, String> one : bad.entrySet()) {
      Map<String, String> fields = report(person);
      fields.put(one.getKey(), one.getValue());
      HttpResponse<String> page = visitor.post("/stays/new", fields);
      assertThat(page.statusCode()).as(one.getKey()).isEqualTo(422);
      assertThat(page.body())
          .as(one.getKey())
          .contains("f-" + one.getKey() + "-error")
          .contains("value=\"0:01\"".replace("0:01", fields.get("at")));
    }
    Map<String, String> tomorrow = report(person);
    tomorrow.put("on", Scene.today().plusDays(1).toString());
    assertThat(visitor.post("/stays/new", tomorrow).body()).contains("先の日時は記録できません");
  }

  @Test
  void bad_input_in_every_form_of_a_case_is_said_at_the_field() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    Visitor visitor = visit(manager);
    visitor.get("/stays/" + stay);
    String at = "/stays/" + stay;
    String today = Scene.today().toString();
    said(visitor, at + "/steps/hearing", Map.of("on", "", "mode", "MEETING"), "on");
    said(visitor, at + "/steps/hearing", Map.of("on", today, "mode", ""), "mode");
    said(visitor, at + "/steps/hearing", Map.of("on", today, "mode", "FAX", "at", "9:99"), "at");
    said(
        visitor,
        at + "/steps/hearing",
        Map.of("on", today, "mode", "FAX", "note", "長".repeat(401)),
        "note");
    said(
        visitor,
        at + "/steps/hearing",
        Map.of("on", today, "mode", "FAX", "counterpart", "長".repeat(61)),
        "counterpart");
    said(
        visitor,
        at + "/steps/hearing",
        Map.of("on", today, "mode", "FAX", "professions", "WIZARD"),
        "professions");
    said(visitor, at + "/steps/screened", Map.of("on", today, "mode", "FAX"), "on");
    said(visitor, at + "/steps/first_home_visit", Map.of("on", today, "mode", "VISIT"), "on");
    said(visitor, at + "/plan", Map.of("plannedOn", "あした"), "plannedOn");
    said(visitor, at + "/plan", Map.of("plannedOn", "2020-01-01"), "plannedOn");
    said(visitor, at + "/discharge", Map.of("where", "", "on", today), "where");
    said(visitor, at + "/discharge", Map.of("where", "HOME", "on", "2020-01-01"), "on");
    said(
        visitor,
        at + "/transfer",
        Map.of("hospital", "", "on", today, "basis", "NONE"),
        "hospital");
    said(
        visitor,
        at + "/transfer",
        Map.of("hospital", nurse.organization().toString(), "on", today, "basis", "NONE"),
        "hospital");
    said(
        visitor,
        at + "/correct",
        Map.of("on", today, "wardType", "GENERAL", "grade", "9", "because", "打ち間違い"),
        "grade");
    said(
        visitor,
        at + "/correct",
        Map.of("on", today, "wardType", "GENERAL", "grade", "0", "because", " "),
        "because");
    said(visitor, at + "/leave", Map.of("on", "x"), "on");
    said(visitor, at + "/charge", Map.of("account", stranger.account().toString()), "account");
    assertThat(visitor.get(at + "/steps/nonsense").statusCode()).isEqualTo(404);
  }

  private static void said(Visitor visitor, String path, Map<String, String> fields, String field) {
    HttpResponse<String> page = visitor.post(path, fields);
    assertThat(page.statusCode()).as(path + fields).isEqualTo(422);
    assertThat(page.body()).as(path + fields).contains("f-" + field + "-error");
  }

  @Test
  void an_officer_sees_the_nameless_list_and_reminds_from_it() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today().minusDays(9));
    String number = manager.does(() -> Scene.stays().get(stay)).caseNumber();
    Visitor visitor = visit(officer);
    String page = pageWith(visitor, number);
    assertThat(page).contains(number).doesNotContain("架空 入院");
    assertThat(visitor.post("/missed/" + number + "/remind", Map.of()).body())
        .contains("双方に催促しました");
    assertThat(visitor.get("/stays").statusCode()).isEqualTo(404);
    assertThat(visit(manager).get("/missed").statusCode()).isEqualTo(404);
    assertThat(visit(manager).get("/stays/" + stay).body()).contains("催促");
  }

  /** Goes on from page to page until the case is on it. */
  private static String pageWith(Visitor visitor, String number) {
    Pattern next = Pattern.compile("href=\"(/missed[^\"]*)\" rel=\"next\"");
    String page = visitor.get("/missed").body();
    for (Matcher further = next.matcher(page);
        !page.contains(number) && further.find();
        further = next.matcher(page)) {
      page = visitor.get(further.group(1).replace("&amp;", "&")).body();
    }
    return page;
  }
}
