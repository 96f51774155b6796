package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasuki.transition.PaperScene.administrator;
import static tasuki.transition.PaperScene.get;
import static tasuki.transition.PaperScene.manager;
import static tasuki.transition.PaperScene.nurse;
import static tasuki.transition.PaperScene.print;
import static tasuki.transition.PaperScene.sent;
import static tasuki.transition.PaperScene.stranger;
import static tasuki.transition.PaperScene.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.form.FormDefinitions;
import tasuki.kernel.AbsentException;
import tasuki.transition.paper.Naming;
import tasuki.transition.paper.Prints;

/** Forms on paper: what stands on a print and on a fax, and for whom. */
class PaperSheetsTest {

  private static byte[] bytes(Scene.Staff by, UUID print) {
    return by.does(
        () -> {
          try (InputStream stream = House.bean(Prints.class).open(print).bytes()) {
            return stream.readAllBytes();
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private static String text(String name, byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path folder = Files.createDirectories(Path.of("target", "sheets"));
      Files.write(folder.resolve(name + ".pdf"), pdf);
      return new PDFTextStripper().getText(document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void a_print_shows_the_whole_form_with_its_boxes() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    String text = text("print", bytes(manager, id));
    assertThat(text)
        .contains("入院時情報提供書", "様式未確認", "髙﨑 花子", "庭の手入れと、孫との電話。", "■見込めない", "□十分")
        .contains("見本県見本市一丁目1-1", "受領コード")
        .doesNotContain("FAX送付状");
  }

  @Test
  void the_record_of_a_discharge_prints_too_also_as_a_draft() {
    PaperScene.Sent sent = sent(FormDefinitions.DISCHARGE_RECORD);
    UUID id = print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    assertThat(text("record", bytes(manager, id))).contains("退院・退所情報記録書", "下書き", "髙﨑 花子");
  }

  @Test
  void a_fax_has_a_cover_a_count_of_its_sheets_and_leaves_out_what_does_not_belong_there()
      throws IOException {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.FAX, Naming.MASKED, UUID.randomUUID());
    byte[] pdf = bytes(manager, id);
    String text = text("fax", pdf);
    assertThat(text)
        .contains("FAX送付状", "架空病院 地域連携室", "000-123-4567", "髙﨑 ●●", "(FAXのため記載していません)")
        .doesNotContain("花子", "ハナコ", "■見込めない");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(text).contains(pages + "枚(この送付状を含む)");
      assertThat(get(manager, id).pages()).isEqualTo(pages);
      PDFTextStripper cover = new PDFTextStripper();
      cover.setEndPage(1);
      assertThat(cover.getText(document)).doesNotContain("髙﨑");
    }
    UUID other =
        print(manager, sent.document(), Prints.Kind.FAX, Naming.INITIALS, UUID.randomUUID());
    assertThat(text("initials", bytes(manager, other)))
        .contains("T.H.")
        .doesNotContain("髙﨑", "タカサキ");
  }

  @Test
  void a_secret_address_is_on_no_paper() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    manager.does(
        () ->
            House.bean(tasuki.person.Residences.class)
                .add(
                    sent.person(),
                    new tasuki.person.NewResidence(
                        Scene.today(), null, null, "秘密の町", "000-555-5555", true)));
    for (Prints.Kind kind : Prints.Kind.values()) {
      UUID id = print(manager, sent.document(), kind, Naming.FULL, UUID.randomUUID());
      assertThat(text("secret-" + kind, bytes(manager, id))).doesNotContain("見本県見本市一丁目1-1", "秘密の町");
    }
  }

  @Test
  void the_copy_stays_as_it_was_and_the_same_key_prints_once() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID key = UUID.randomUUID();
    UUID first = print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, key);
    assertThat(print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, key))
        .isEqualTo(first);
    assertThat(manager.does(() -> House.bean(Prints.class).of(sent.document()))).hasSize(1);
    assertThat(bytes(manager, first)).isEqualTo(bytes(manager, first));
    assertThat(get(manager, first).accountName()).contains(manager.login());
  }

  @Test
  void sheets_belong_to_whoever_made_them() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID ours = print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    UUID theirs = print(nurse, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    for (Scene.Staff other : List.of(nurse, stranger, administrator)) {
      assertThatThrownBy(() -> get(other, ours)).isInstanceOf(AbsentException.class);
    }
    assertThatThrownBy(() -> get(manager, theirs)).isInstanceOf(AbsentException.class);
    assertThatThrownBy(
            () ->
                print(stranger, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID()))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void the_pages_for_paper_and_recall_keep_what_was_typed() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    Visitor visitor = visit(manager);
    String page = "/documents/" + sent.document() + "/print";
    assertThat(visitor.get(page).body()).contains("印刷・FAX", "用紙を作る");
    HttpResponse<String> again =
        visitor.post(
            page, Map.of("kind", "FAX", "naming", "MASKED", "toName", "架空病院", "toFax", "12"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("架空病院", "value=\"12\"");
    HttpResponse<String> made =
        visitor.post(
            page,
            Map.of("kind", "FAX", "naming", "MASKED", "toName", "架空病院", "toFax", "000-123-4567"));
    assertThat(made.body()).contains("用紙を作りました", "PDFを開く");
    String recall = "/documents/" + sent.document() + "/recall";
    assertThat(visitor.get(recall).body()).contains("誤送信", "架空病院へのFAX");
    HttpResponse<String> missing = visitor.post(recall, Map.of("wrong", "だれか"));
    assertThat(missing.statusCode()).isEqualTo(422);
    assertThat(missing.body()).contains("だれか");
    HttpResponse<String> done =
        visitor.post(
            recall,
            Map.of(
                "way", "inside",
                "wrong", "別の病院",
                "cause", "取り違え",
                "foundOn", Scene.today().toString(),
                "key", UUID.randomUUID().toString()));
    assertThat(done.body()).contains("開けないようにしました", "報告の下書き");
    assertThat(visit(nurse).get(page).statusCode()).isEqualTo(404);
  }
}
