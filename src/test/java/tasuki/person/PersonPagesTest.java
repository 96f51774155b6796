package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tasuki.Visitor;

class PersonPagesTest {

  private static final Pattern ID = Pattern.compile("/persons/([0-9a-f-]{36})$");

  private static Visitor manager;
  private static Visitor nurse;

  @BeforeAll
  static void signIn() {
    manager = Visitor.signedIn("caremanager", Neighbourhood.PASSWORD);
    nurse = Visitor.signedIn("nurse", Neighbourhood.PASSWORD);
  }

  private static Map<String, String> registration(String kana) {
    return Map.ofEntries(
        Map.entry("key", UUID.randomUUID().toString()),
        Map.entry("family", "架空"),
        Map.entry("given", "花子"),
        Map.entry("familyKana", "かくう"),
        Map.entry("givenKana", kana),
        Map.entry("sex", "FEMALE"),
        Map.entry("birth", "S12.3.4"),
        Map.entry("telephone", "000-777-1234"),
        Map.entry("kind", "CONTRACT"),
        Map.entry("givenBy", "PERSON"));
  }

  private static String registered(String kana) {
    manager.get("/persons/new");
    HttpResponse<String> page = manager.post("/persons/new", registration(kana));
    Matcher id = ID.matcher(page.uri().getPath());
    assertThat(id.find()).as(page.uri().toString()).isTrue();
    assertThat(page.body()).contains("架空 花子", "登録しました");
    return page.uri().getPath();
  }

  @Test
  void a_registered_person_is_on_the_list_and_for_strangers_does_not_exist() {
    String kana = Neighbourhood.kana();
    String path = registered(kana);
    assertThat(manager.get("/persons?q=" + encoded(kana)).body()).contains(path);
    for (String page :
        new String[] {"", "/team", "/basis", "/merge", "/identity", "/plan-owner", "/death"}) {
      assertThat(nurse.get(path + page).statusCode()).as(page).isEqualTo(404);
    }
    nurse.get("/persons");
    assertThat(nurse.post(path + "/death", Map.of("died", "R8.1.1")).statusCode()).isEqualTo(404);
  }

  @Test
  void the_look_up_stands_before_the_registration_and_finds_the_own_list() {
    String kana = Neighbourhood.kana();
    registered(kana);
    manager.get("/persons/new");
    Map<String, String> asked =
        Map.of(
            "familyKana", "カクウ",
            "givenKana", kana,
            "birth", "1937-03-04",
            "sex", "FEMALE",
            "telephone", "0007771234");
    assertThat(manager.post("/persons/new/search", asked).body())
        .contains("すでに一覧にいる方です", "value=\"" + kana + "\"");
  }

  @Test
  void nothing_typed_is_lost_when_the_registration_is_refused() {
    manager.get("/persons/new");
    HttpResponse<String> page =
        manager.post(
            "/persons/new",
            Map.of(
                "family", "架空<b>",
                "birth", "S65.1.1",
                "kind", "ORAL_CONSENT",
                "givenBy", "PERSON",
                "address", "見本市九丁目"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("架空&lt;b&gt;", "S65.1.1", "見本市九丁目")
        .contains("f-given-error", "f-birth-error", "f-sex-error", "f-note-error");
  }

  @ParameterizedTest
  @CsvSource({
    "identity,    birth,         あした",
    "identity,    birth,         2199-01-01",
    "death,       died,          S1.1.1",
    "death,       died,          2199-01-01",
    "residence,   address,       ''",
    "residence,   postcode,      12",
    "plan-owner,  planKind,      NOBODY",
    "plan-owner,  fromMonth,     13月",
    "certification, status,      ''",
    "certification, validFrom,   R8.2.30",
    "insurance,   insurerNumber, x",
    "insurance,   share,         9",
    "relatives/new, name,        ''",
    "relatives/new, telephone,   電話",
    "team,        organization,  not-an-id",
    "basis,       kind,          ANY",
    "basis,       until,         2001-01-01"
  })
  void bad_input_is_shown_at_its_field_and_kept(String form, String field, String typed) {
    String path = registered(Neighbourhood.kana()) + "/" + form;
    assertThat(manager.get(path).statusCode()).isEqualTo(200);
    HttpResponse<String> page = manager.post(path, Map.of(field, typed, "relation", "三女の夫"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("href=\"#f-" + field + "\"");
    if (form.equals("relatives/new")) {
      assertThat(page.body()).contains("三女の夫");
    }
  }

  @Test
  void a_form_from_before_another_s_change_is_refused_and_can_then_be_saved() {
    String path = registered(Neighbourhood.kana());
    manager.get(path + "/death");
    assertThat(manager.post(path + "/death", Map.of("died", "R8.11.1", "version", "0")).body())
        .contains("保存しました", "亡くなられました");
    HttpResponse<String> late =
        manager.post(path + "/death", Map.of("died", "R8.11.2", "version", "0"));
    assertThat(late.statusCode()).isEqualTo(422);
    assertThat(late.body()).contains("ほかの人が先に変更しました", "R8.11.2", "name=\"version\" value=\"1\"");
    assertThat(
            manager.post(path + "/death", Map.of("died", "R8.11.2", "version", "1")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void emergency_access_shows_its_end_and_closes_when_ended() {
    String kana = Neighbourhood.kana();
    String path = registered(kana);
    nurse.get("/persons/emergency");
    Map<String, String> who =
        Map.of(
            "familyKana", "カクウ",
            "givenKana", kana,
            "birth", "S12.3.4",
            "sex", "FEMALE",
            "telephone", "000-777-1234",
            "reason", "救急搬送のため");
    HttpResponse<String> opened = nurse.post("/persons/emergency", who);
    assertThat(opened.uri().getPath()).isEqualTo(path);
    assertThat(opened.body()).contains("緊急閲覧中", "救急搬送のため");
    nurse.post(path + "/emergency/end", Map.of());
    assertThat(nurse.get(path).statusCode()).isEqualTo(404);
    assertThat(nurse.post("/persons/emergency", Map.of("reason", "急")).statusCode()).isEqualTo(422);
  }

  @Test
  void an_inquiry_needs_its_purpose_and_care_offices_are_not_asked_for_numbers() {
    assertThat(manager.get("/inquiries").body()).doesNotContain("f-insuredNumber");
    assertThat(nurse.get("/inquiries").body()).contains("f-insuredNumber");
    HttpResponse<String> page =
        nurse.post("/inquiries", Map.of("insurerNumber", "990001", "insuredNumber", "1"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("f-purpose-error");
    HttpResponse<String> answer =
        nurse.post(
            "/inquiries",
            Map.of("insurerNumber", "990001", "insuredNumber", "0", "purpose", "入院のため"));
    assertThat(answer.body()).contains("登録されている方はいません");
  }

  @Test
  void the_pages_are_there_in_english_and_closed_to_other_duties() {
    Visitor officer = Visitor.signedIn("officer", Neighbourhood.PASSWORD);
    for (String page :
        new String[] {"/persons", "/persons/new", "/inquiries", "/persons/emergency"}) {
      assertThat(officer.get(page).statusCode()).as(page).isEqualTo(404);
    }
    Visitor doctor = Visitor.signedIn("doctor", Neighbourhood.PASSWORD);
    doctor.get("/language?to=en&back=/persons");
    assertThat(doctor.get("/persons").body()).contains("Patients", "Register").doesNotContain("??");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
