package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.transition.FormPages.admitted;
import static tasuki.transition.FormPages.begun;
import static tasuki.transition.FormPages.fields;
import static tasuki.transition.FormPages.manager;
import static tasuki.transition.FormPages.nurse;
import static tasuki.transition.FormPages.sent;
import static tasuki.transition.FormPages.stranger;
import static tasuki.transition.FormPages.visit;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.form.FormDefinitions;
import tasuki.identity.Duty;
import tasuki.person.Bases;
import tasuki.person.BasisKind;
import tasuki.person.CareLevel;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Drafts;

/** A form from its first page to the word that it was read, and who sees which page of it. */
class DocumentPagesTest {

  private static Scene.Staff daughter;

  @BeforeAll
  static void theDaughterHasAPassword() {
    OrganizationId families = House.bean(Organizations.class).personAndFamily();
    daughter = Scene.colleague(families, Duty.FAMILY);
    Scene.givePassword(daughter);
  }

  @Test
  void a_form_goes_from_the_care_manager_to_the_nurse_and_back_comes_the_word_that_it_was_read() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    String form = sent(stay, Map.of("i-life", "大工として働いた", "i-move", "1"));
    assertThat(visit(manager).get("/stays/" + stay).body())
        .contains("未受領")
        .contains("(Ⅰ)の目安です")
        .doesNotContain("算定可");
    assertThat(visit(nurse).get("/stays").body()).contains(form);
    HttpResponse<String> read = visit(nurse).get(form);
    assertThat(read.body()).contains("大工として働いた").contains("カルテ用のテキスト").contains("受領しました");
    assertThat(visit(stranger).get(form).statusCode()).isEqualTo(404);
    visit(nurse).post(form + "/receive", Map.of("key", UUID.randomUUID().toString()));
    assertThat(visit(manager).get("/stays/" + stay).body()).contains("受領済").contains("双方確認");
    visit(nurse).post(form + "/read", Map.of("key", UUID.randomUUID().toString()));
    assertThat(visit(manager).get(form).body()).contains("確認済").contains("架空 " + nurse.login());
    assertThat(visit(nurse).get("/stays").body()).doesNotContain(form);
  }

  @Test
  void the_next_form_says_where_its_answers_come_from_and_what_changed() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    sent(stay, Map.of("i-life", "大工として働いた", "i-move", "1"));
    String next = begun(manager, stay, FormDefinitions.ADMISSION_INFORMATION);
    String page = visit(manager).get(next + "/edit").body();
    assertThat(page).contains("大工として働いた").contains("前回(").contains("基本情報から");
    Map<String, String> fields = fields(page);
    fields.put("i-move", "3");
    fields.put("go", "check");
    visit(manager).post(next + "/edit", fields);
    visit(manager).post(next + "/send", Map.of("key", UUID.randomUUID().toString()));
    assertThat(visit(nurse).get(next).body())
        .contains("前回から変わった項目 1")
        .contains("前回:見守り")
        .contains("【変更】移動:全介助");
  }

  @Test
  void what_is_hidden_from_the_person_is_never_in_a_page_of_the_portal() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = admitted(person);
    manager.does(
        () -> {
          var basis =
              House.bean(Bases.class)
                  .record(person, NewBasis.ofPerson(BasisKind.WRITTEN_CONSENT, null));
          House.bean(CareTeams.class)
              .join(person, daughter.organization(), daughter.account(), TeamRole.FAMILY, basis);
        });
    String form =
        sent(
            stay,
            Map.of(
                "i-life", "大工として働いた",
                "i-sore", "1",
                "i-sore-what", "仙骨部",
                "i-requirements", "夜間の見守りが要る",
                "i-abuse", "1",
                "i-abuse-what", "腕にあざがあった"));
    Visitor visitor = visit(daughter);
    String mine = "/my/" + person;
    assertThat(visitor.get(mine + "/documents").body()).contains(form);
    String page = visitor.get(mine + form).body();
    assertThat(page).contains("大工として働いた").contains("床ずれ").contains("仙骨部");
    for (String hidden : List.of("虐待", "あざ", "夜間の見守り", "介護力", "非表示")) {
      assertThat(page).as(hidden).doesNotContain(hidden);
    }
    assertThat(visitor.get(form).statusCode()).isEqualTo(404);
    assertThat(visitor.get(form + "/edit").statusCode()).isEqualTo(404);
    HttpResponse<String> nothingSaid =
        visit(manager).post(form + "/release", Map.of("item", "requirements", "reason", ""));
    assertThat(nothingSaid.statusCode()).isEqualTo(422);
    assertThat(nothingSaid.body()).contains("f-reason-error");
    visit(manager).post(form + "/release", Map.of("item", "requirements", "reason", "本人の希望"));
    assertThat(visitor.get(mine + form).body()).contains("夜間の見守り").doesNotContain("あざ");
    assertThat(visit(manager).get(form).body()).contains("理由:本人の希望");
  }

  @Test
  void
      the_record_shows_the_fee_as_a_hint_and_persons_at_support_level_are_told_that_there_is_none() {
    StayId stay = admitted(Scene.client(manager, CareLevel.SUPPORT_2));
    assertThat(visit(manager).get("/stays/" + stay).body())
        .contains("要支援の方には、入院時情報連携加算と退院・退所加算はありません");
    StayId other = admitted(Scene.client(manager, CareLevel.CARE_2));
    manager.does(
        () ->
            Scene.stays()
                .log(
                    other,
                    NewStep.of(StepKind.HEARING, Scene.today(), null, Mode.VIDEO),
                    UUID.randomUUID()));
    assertThat(visit(manager).get("/stays/" + other).body()).contains("(Ⅰ)イの目安です").contains("根拠:");
    String record = begun(manager, other, FormDefinitions.DISCHARGE_RECORD);
    assertThat(fields(visit(manager).get(record + "/edit").body()))
        .containsEntry("i-hearing-1-mode", "2")
        .containsEntry("i-hearing-1-conference", "0");
  }

  @Test
  void a_draft_can_be_given_up_and_its_pages_speak_english_too() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    String form = begun(manager, stay, FormDefinitions.ADMISSION_INFORMATION);
    Visitor visitor = visit(manager);
    visitor.get("/language?to=en&back=/");
    assertThat(visitor.get(form + "/edit").body())
        .contains("Admission information form")
        .contains("Supervised")
        .contains("From the record");
    assertThat(visitor.get(form).body()).contains("Send to");
    visitor.get("/language?to=ja&back=/");
    assertThat(visitor.get(form + "/discard").body()).contains("破棄");
    visitor.post(form + "/discard", Map.of());
    assertThat(visitor.get(form + "/edit").statusCode()).isEqualTo(404);
  }

  @Test
  void a_hospital_that_does_not_take_part_is_sent_paper_and_the_way_is_noted() {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    OrganizationId outside = Scene.outside(OrganizationKind.HOSPITAL);
    StayId stay = Scene.admitted(manager, person, outside, Scene.today());
    DocumentId form =
        manager.does(
            () ->
                House.bean(Drafts.class)
                    .open(stay, FormDefinitions.ADMISSION_INFORMATION, UUID.randomUUID()));
    Visitor visitor = visit(manager);
    String address = "/documents/" + form;
    assertThat(visitor.get(address).body()).contains("Tasukiに参加していません");
    assertThat(visitor.post(address + "/send", Map.of("mode", "SYSTEM")).body())
        .contains("送り方を選んでください");
    assertThat(visitor.post(address + "/send", Map.of("mode", "FAX")).body())
        .contains("送ったことを記録しました");
    assertThat(visitor.get("/stays/" + stay).body()).contains("(Ⅰ)の目安です");
  }
}
