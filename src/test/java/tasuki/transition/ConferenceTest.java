package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;

class ConferenceTest {

  private static final Scene.Staff manager =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Pattern LINK = Pattern.compile("/conference/([A-Za-z0-9_-]{43})");

  private static Visitor hospital;

  @BeforeAll
  static void theNurseSignsIn() {
    Scene.givePassword(nurse);
    hospital = Visitor.signedIn(nurse.login(), Scene.PASSWORD);
  }

  private static StayId stay() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    return Scene.admitted(manager, person, nurse.organization(), Scene.today());
  }

  private static Map<String, String> call() {
    Map<String, String> fields = new HashMap<>();
    fields.put("key", UUID.randomUUID().toString());
    fields.put("on1", Scene.today().plusDays(7).toString());
    fields.put("at1", "14:00");
    fields.put("on2", Scene.today().plusDays(8).toString());
    fields.put("at2", "1530");
    fields.put("online", "https://meeting.example/abc");
    fields.put("members", manager.organization().toString());
    fields.put("guests", "架空の長女");
    return fields;
  }

  private static String token(String page) {
    Matcher found = LINK.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static Stay read(StayId stay) {
    return nurse.does(() -> Scene.stays().get(stay));
  }

  private static Conferences.Conference search(Scene.Staff as, StayId stay) {
    return as.does(() -> House.bean(Conferences.class).of(read(stay))).orElseThrow();
  }

  @Test
  void somebody_without_an_account_answers_by_a_link_that_shows_no_person_and_the_day_is_fixed() {
    StayId stay = stay();
    HttpResponse<String> page = hospital.post("/stays/" + stay + "/conference/new", call());
    String token = token(page.body());
    assertThat(hospital.get("/stays/" + stay).body()).doesNotContain(token);

    Visitor daughter = new Visitor();
    HttpResponse<String> asked = daughter.get("/conference/" + token);
    assertThat(asked.uri().getPath()).isEqualTo("/conference");
    assertThat(asked.body())
        .contains("退院前カンファレンスの日程調整")
        .contains("https://meeting.example/abc")
        .doesNotContain("架空 入院")
        .doesNotContain("架空の長女")
        .doesNotContain(read(stay).caseNumber());
    UUID slot = search(nurse, stay).slots().getLast().id();
    assertThat(daughter.post("/conference", Map.of("slot-" + slot, "YES")).body())
        .contains("都合を知らせました");
    assertThat(search(nurse, stay).guests())
        .filteredOn(guest -> guest.label().equals("架空の長女"))
        .allMatch(guest -> guest.answers().get(slot) == Conferences.Answer.YES);

    hospital.post("/stays/" + stay + "/conference/fix/" + slot, Map.of());
    assertThat(daughter.get("/conference").body()).contains("に開きます");
    assertThat(
            House.as(
                Actor.NOBODY,
                () ->
                    House.bean(Conferences.class)
                        .answerInvitation(Conferences.mark(token), slot, Conferences.Answer.NO)))
        .isFalse();
  }

  @Test
  void a_link_that_was_replaced_given_up_or_guessed_opens_nothing() {
    StayId stay = stay();
    String token = token(hospital.post("/stays/" + stay + "/conference/new", call()).body());
    UUID guest =
        search(nurse, stay).guests().stream()
            .filter(one -> one.organization() == null)
            .findFirst()
            .orElseThrow()
            .id();
    String newer =
        token(hospital.post("/stays/" + stay + "/conference/links/" + guest, Map.of()).body());
    assertThat(new Visitor().get("/conference/" + token).statusCode()).isEqualTo(404);
    assertThat(new Visitor().get("/conference/" + newer).statusCode()).isEqualTo(200);
    hospital.post("/stays/" + stay + "/conference/give-up", Map.of());
    assertThat(new Visitor().get("/conference/" + newer).statusCode()).isEqualTo(404);
    assertThat(new Visitor().get("/conference/" + "A".repeat(43)).statusCode()).isEqualTo(404);
    assertThat(new Visitor().get("/conference").statusCode()).isEqualTo(404);
  }

  private static void forgetUses() {
    TestDatabase.asOwner().sql("delete from transition.link_use").update();
  }

  @Test
  void a_link_is_used_only_so_often_from_one_address_and_others_go_on_using_theirs() {
    forgetUses();
    String token = token(hospital.post("/stays/" + stay() + "/conference/new", call()).body());
    String mark = Conferences.mark(token);
    LinkLimits limits = House.bean(LinkLimits.class);
    Visitor daughter = new Visitor();
    assertThat(daughter.get("/conference/" + token).statusCode()).isEqualTo(200);
    for (int use = 1; use < LinkLimits.USES_FROM_AN_ADDRESS; use++) {
      assertThat(limits.mayUse(mark, "127.0.0.1")).isTrue();
    }
    HttpResponse<String> later = daughter.get("/conference");
    assertThat(later.statusCode()).isEqualTo(429);
    assertThat(later.body()).contains("しばらく待ってから開いてください");
    assertThat(daughter.post("/conference", Map.of()).statusCode()).isEqualTo(429);
    assertThat(limits.mayUse(mark, "192.0.2.7")).as("from elsewhere").isTrue();
    String other = token(hospital.post("/stays/" + stay() + "/conference/new", call()).body());
    assertThat(new Visitor().get("/conference/" + other).statusCode()).isEqualTo(200);
    TestDatabase.asOwner()
        .sql("update transition.link_use set at = at - interval '61 minutes'")
        .update();
    assertThat(daughter.get("/conference").statusCode()).isEqualTo(200);
    forgetUses();
  }

  @Test
  void whoever_tries_wrong_links_is_not_told_any_more_whether_one_is_right() {
    forgetUses();
    String token = token(hospital.post("/stays/" + stay() + "/conference/new", call()).body());
    LinkLimits limits = House.bean(LinkLimits.class);
    assertThat(new Visitor().get("/conference/" + "A".repeat(43)).statusCode()).isEqualTo(404);
    for (int wrong = 1; wrong < LinkLimits.WRONG_LINKS; wrong++) {
      limits.wrong("127.0.0.1");
    }
    assertThat(new Visitor().get("/conference/" + token).statusCode()).isEqualTo(429);
    assertThat(new Visitor().get("/conference/" + "B".repeat(43)).statusCode()).isEqualTo(429);
    forgetUses();
  }

  @Test
  void a_member_answers_in_tasuki_and_only_who_asked_fixes_the_day() {
    StayId stay = stay();
    hospital.post("/stays/" + stay + "/conference/new", call());
    Conferences conferences = House.bean(Conferences.class);
    UUID slot = search(nurse, stay).slots().getFirst().id();
    manager.does(() -> conferences.answer(read(stay), Map.of(slot, Conferences.Answer.PERHAPS)));
    assertThat(search(manager, stay).guests())
        .filteredOn(guest -> manager.organization().value().equals(guest.organization()))
        .allMatch(guest -> guest.answers().get(slot) == Conferences.Answer.PERHAPS);
    Stay known = read(stay);
    assertThatThrownBy(() -> manager.does(() -> conferences.fix(known, slot)))
        .isInstanceOf(RefusedException.class);
    nurse.does(() -> conferences.fix(known, slot));
    assertThatThrownBy(
            () ->
                manager.does(() -> conferences.answer(known, Map.of(slot, Conferences.Answer.NO))))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void wrong_input_is_said_at_its_field_and_nothing_typed_is_lost() {
    StayId stay = stay();
    Map<String, String> bad =
        Map.of(
            "on1", Scene.today().minusDays(1).toString(),
            "at1", "",
            "on2", "あした",
            "at2", "25:00",
            "online", "javascript:alert(1)",
            "guests", "長".repeat(61),
            "venue", "長".repeat(81));
    for (Map.Entry<String, String> one : bad.entrySet()) {
      Map<String, String> fields = call();
      fields.put("venue", "会議室");
      fields.put(one.getKey(), one.getValue());
      HttpResponse<String> page = hospital.post("/stays/" + stay + "/conference/new", fields);
      assertThat(page.statusCode()).as(one.getKey()).isEqualTo(422);
      assertThat(page.body())
          .as(one.getKey())
          .contains("f-" + one.getKey() + "-error")
          .contains(fields.get("on2"));
    }
  }

  @Test
  void the_same_form_sent_twice_asks_once() {
    StayId stay = stay();
    UUID key = UUID.randomUUID();
    OffsetDateTime at = OffsetDateTime.now().plusDays(3);
    Conferences.Call call =
        new Conferences.Call(List.of(at), null, null, List.of(), List.of("架空", "架空2"));
    Conferences conferences = House.bean(Conferences.class);
    Stay known = read(stay);
    assertThat(nurse.<Map<String, String>>does(() -> conferences.call(known, call, key)))
        .hasSize(2);
    assertThat(nurse.<Map<String, String>>does(() -> conferences.call(known, call, key))).isEmpty();
    assertThat(search(nurse, stay).guests()).hasSize(2);
  }
}
