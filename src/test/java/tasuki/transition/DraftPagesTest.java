package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.transition.FormPages.admitted;
import static tasuki.transition.FormPages.begun;
import static tasuki.transition.FormPages.colleague;
import static tasuki.transition.FormPages.fields;
import static tasuki.transition.FormPages.manager;
import static tasuki.transition.FormPages.nurse;
import static tasuki.transition.FormPages.stranger;
import static tasuki.transition.FormPages.visit;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.Visitor;
import tasuki.form.FormDefinitions;
import tasuki.identity.Duty;
import tasuki.person.CareLevel;

/** What is typed into a form: said at the field where it is wrong, and never lost. */
class DraftPagesTest {

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
                "definition",
                FormDefinitions.ADMISSION_INFORMATION,
                "on",
                Scene.today().toString(),
                "mode",
                "FAX"));
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
}
