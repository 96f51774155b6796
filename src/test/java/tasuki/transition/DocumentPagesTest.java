package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.form.FormDefinitions;
import tasuki.identity.Duty;
import tasuki.person.BasisKind;
import tasuki.person.Bases;
import tasuki.person.CareLevel;
import tasuki.person.CareTeams;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Drafts;

/** The pages of forms, over the wire as browsers without JavaScript use them. */
class DocumentPagesTest {

  private static final Scene.Staff manager =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff colleague =
      Scene.colleague(manager.organization(), Duty.CARE);
  private static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff stranger = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static Scene.Staff daughter;

  private static final Map<String, Visitor> VISITORS = new HashMap<>();

  @BeforeAll
  static void everybodyHasAPassword() {
    OrganizationId families = House.bean(Organizations.class).personAndFamily();
    daughter = Scene.colleague(families, Duty.FAMILY);
    for (Scene.Staff staff : List.of(manager, colleague, nurse, stranger, daughter)) {
      Scene.givePassword(staff);
    }
  }

  private static Visitor visit(Scene.Staff staff) {
    return VISITORS.computeIfAbsent(
        staff.login(), login -> Visitor.signedIn(login, Scene.PASSWORD));
  }

  private static StayId admitted(PersonId person) {
    return Scene.admitted(manager, person, nurse.organization(), Scene.today());
  }

  /** Begins a form on the stay's page and answers with its address. */
  private static String begun(Scene.Staff by, StayId stay, String definition) {
    Visitor visitor = visit(by);
    assertThat(visitor.get("/stays/" + stay).body()).contains("/stays/" + stay + "/documents");
    HttpResponse<String> page =
        visitor.post(
            "/stays/" + stay + "/documents",
            Map.of("definition", definition, "key", UUID.randomUUID().toString()));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.uri().getPath().replace("/edit", "");
  }

  private static final Pattern INPUT =
      Pattern.compile("<input[^>]*? name=\"(i-[^\"]+|edition)\"[^>]*>");
  private static final Pattern AREA =
      Pattern.compile("<textarea[^>]*? name=\"(i-[^\"]+)\"[^>]*>([^<]*)</textarea>");
  private static final Pattern SELECTED =
      Pattern.compile(
          "<select[^>]*? name=\"(i-[^\"]+)\".*?</select>", Pattern.DOTALL);

  /** What the form of a page would send. */
  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher input = INPUT.matcher(page);
    while (input.find()) {
      String tag = input.group();
      boolean button = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
      if (!button || tag.contains("checked")) {
        Matcher value = Pattern.compile(" value=\"([^\"]*)\"").matcher(tag);
        fields.put(input.group(1), value.find() ? value.group(1) : "");
      }
    }
    Matcher area = AREA.matcher(page);
    while (area.find()) {
      fields.put(area.group(1), area.group(2));
    }
    Matcher select = SELECTED.matcher(page);
    while (select.find()) {
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(select.group());
      fields.put(select.group(1), chosen.find() ? chosen.group(1) : "");
    }
    return fields;
  }

  private static String sent(StayId stay, Map<String, String> answers) {
    String document = begun(manager, stay, FormDefinitions.ADMISSION_INFORMATION);
    Visitor visitor = visit(manager);
    Map<String, String> fields = fields(visitor.get(document + "/edit").body());
    fields.putAll(answers);
    fields.put("go", "check");
    HttpResponse<String> check = visitor.post(document + "/edit", fields);
    assertThat(check.uri().getPath()).isEqualTo(document);
    assertThat(check.body()).contains("へ送る");
    HttpResponse<String> page =
        visitor.post(document + "/send", Map.of("key", UUID.randomUUID().toString()));
    assertThat(page.body()).contains("へ送りました");
    return document;
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
              .join(
                  person,
                  daughter.organization(),
                  daughter.account(),
                  TeamRole.FAMILY,
                  basis);
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
  void bad_input_in_every_kind_of_field_is_said_at_the_field_and_everything_typed_stays() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    String form = begun(manager, stay, FormDefinitions.ADMISSION_INFORMATION);
    Map<String, String> bad =
        Map.of(
            "i-hospital", "長".repeat(81),
            "i-life", "長".repeat(801),
            "i-birth", "R8.13.45",
            "i-breakfast", "朝いちばん",
            "i-age", "八十",
            "i-kana", "花子",
            "i-office-telephone", "いつもの番号",
            "i-sex", "X",
            "i-care-level", "77",
            "i-pension", "うそ");
    for (Map.Entry<String, String> one : bad.entrySet()) {
      Map<String, String> fields = fields(visit(manager).get(form + "/edit").body());
      fields.put("i-interests", "囲碁と将棋");
      fields.put("i-meals", "1");
      fields.put(one.getKey(), one.getValue());
      HttpResponse<String> page = visit(manager).post(form + "/edit", fields);
      assertThat(page.statusCode()).as(one.getKey()).isEqualTo(422);
      assertThat(page.body())
          .as(one.getKey())
          .contains("f-" + one.getKey() + "-error")
          .contains("囲碁と将棋");
      if (!List.of("i-sex", "i-care-level", "i-pension").contains(one.getKey())) {
        assertThat(page.body()).as(one.getKey()).contains(one.getValue());
        assertThat(visit(manager).get(form + "/edit").body())
            .as("and it is saved as typed")
            .contains(one.getValue());
      }
    }
    assertThat(visit(manager).get(form).body()).contains("送る前に").contains("#f-i-birth");
    HttpResponse<String> send =
        visit(manager).post(form + "/send", Map.of("key", UUID.randomUUID().toString()));
    assertThat(send.statusCode()).isEqualTo(422);
    assertThat(send.body()).contains("f-i-birth-error");
    assertThat(visit(nurse).get(form).statusCode()).isEqualTo(404);
  }

  @Test
  void what_was_typed_is_saved_as_one_types_and_survives_the_end_of_the_session() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    Scene.Staff other = Scene.colleague(manager.organization(), Duty.CARE);
    Scene.givePassword(other);
    Visitor before = Visitor.signedIn(other.login(), Scene.PASSWORD);
    before.get("/stays/" + stay);
    String form =
        before
            .post(
                "/stays/" + stay + "/documents",
                Map.of("definition", FormDefinitions.ADMISSION_INFORMATION))
            .uri()
            .getPath()
            .replace("/edit", "");
    Map<String, String> fields = fields(before.get(form + "/edit").body());
    fields.put("i-life", "大工として働いた");
    HttpResponse<String> kept = before.post(form + "/draft", fields);
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.body()).contains("\"edition\":1").contains("\"conflict\":false");
    before.post("/sign-out", Map.of());
    fields.put("i-life", "時間が過ぎてから書いた");
    assertThat(before.post(form + "/draft", fields).body()).doesNotContain("edition\":");
    assertThat(visit(manager).get(form + "/edit").body())
        .contains("大工として働いた")
        .doesNotContain("時間が過ぎてから");
  }

  @Test
  void two_who_edit_one_draft_see_both_where_they_disagree_and_lose_nothing() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    String form = begun(manager, stay, FormDefinitions.ADMISSION_INFORMATION);
    Map<String, String> mine = fields(visit(manager).get(form + "/edit").body());
    Map<String, String> theirs = fields(visit(colleague).get(form + "/edit").body());
    theirs.put("i-life", "漁師だった");
    theirs.put("i-services", "通所介護を週2回");
    visit(colleague).post(form + "/edit", theirs);
    mine.put("i-life", "大工だった");
    mine.put("i-interests", "囲碁");
    assertThat(visit(manager).post(form + "/draft", mine).body()).contains("\"conflict\":true");
    HttpResponse<String> page = visit(manager).post(form + "/edit", mine);
    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("大工だった")
        .contains("ほかの人が先に保存した内容:漁師だった")
        .contains("通所介護を週2回")
        .contains("囲碁");
    Map<String, String> decided = fields(page.body());
    decided.put("i-life", "漁師、のち大工");
    assertThat(visit(manager).post(form + "/edit", decided).statusCode()).isEqualTo(200);
    assertThat(visit(colleague).get(form + "/edit").body())
        .contains("漁師、のち大工")
        .contains("通所介護を週2回")
        .contains("囲碁");
  }

  @Test
  void paper_is_filed_with_its_picture_and_typed_beside_it() {
    StayId stay = admitted(Scene.client(manager, CareLevel.CARE_2));
    Visitor visitor = visit(nurse);
    String address = "/stays/" + stay + "/documents/paper";
    visitor.get(address);
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "definition", FormDefinitions.ADMISSION_INFORMATION,
                "on", Scene.today().toString(),
                "mode", "FAX"));
    assertThat(visitor.upload(address, fields).body()).contains("f-scans-error");
    byte[] text = "これは画像ではありません".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(visitor.upload(address, fields, new Visitor.Upload("scans", "a.jpg", text)).body())
        .contains("f-scans-error");
    for (Map.Entry<String, String> bad :
        Map.of("on", "あした", "at", "25時", "mode", "SYSTEM", "definition", "x").entrySet()) {
      Map<String, String> wrong = new HashMap<>(fields);
      wrong.put(bad.getKey(), bad.getValue());
      HttpResponse<String> page = visitor.upload(address, wrong);
      assertThat(page.statusCode()).as(bad.getKey()).isEqualTo(422);
      assertThat(page.body()).contains("f-" + bad.getKey() + "-error");
    }
    HttpResponse<String> page =
        visitor.upload(address, fields, new Visitor.Upload("scans", "fax.png", picture()));
    assertThat(page.statusCode()).isEqualTo(200);
    String document = page.uri().getPath().replace("/edit", "");
    assertThat(page.body()).contains("with-paper").contains(document + "/files/");
    Map<String, String> typed = fields(page.body());
    typed.put("i-life", "紙に書いてあった生活歴");
    typed.put("go", "check");
    assertThat(visitor.post(document + "/edit", typed).body()).contains("取り込みを終える");
    visitor.post(document + "/send", Map.of("key", UUID.randomUUID().toString()));
    assertThat(visitor.get("/stays/" + stay).body()).contains("FAX").contains("受領");
    assertThat(visit(manager).get(document).body()).contains("紙に書いてあった生活歴");
    assertThat(visit(stranger).get(document).statusCode()).isEqualTo(404);
  }

  private static byte[] picture() {
    try (var bytes = new java.io.ByteArrayOutputStream()) {
      javax.imageio.ImageIO.write(
          new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_INT_RGB),
          "png",
          bytes);
      return bytes.toByteArray();
    } catch (java.io.IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  @Test
  void the_record_shows_the_fee_as_a_hint_and_persons_at_support_level_are_told_that_there_is_none() {
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
    assertThat(visit(manager).get("/stays/" + other).body())
        .contains("(Ⅰ)イの目安です")
        .contains("根拠:");
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
