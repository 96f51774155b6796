package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormDefinitions;
import tasuki.form.FormValues;
import tasuki.identity.Accounts;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.incident.Incidents;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.notice.NoticeBox;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;
import tasuki.transition.document.Drafts;
import tasuki.transition.paper.Naming;
import tasuki.transition.paper.Prints;
import tasuki.transition.paper.Recalls;

/** Forms on paper, the code that confirms them, and what went to the wrong place. */
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
class PaperSheetsTest {

  private static final Scene.Staff manager =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff stranger = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff administrator =
      Scene.colleague(manager.organization(), Duty.ADMINISTRATOR);
  private static final Map<String, Visitor> VISITORS = new HashMap<>();

  @BeforeAll
  static void everybodyHasAPassword() {
    List.of(manager, nurse, administrator).forEach(Scene::givePassword);
  }

  private static Visitor visit(Scene.Staff staff) {
    return VISITORS.computeIfAbsent(
        staff.login(), login -> Visitor.signedIn(login, Scene.PASSWORD));
  }

  private record Sent(StayId stay, PersonId person, DocumentId document) {}

  private static Sent sent(String definition) {
    PersonId person = Scene.client(manager, CareLevel.CARE_2);
    StayId stay = Scene.admitted(manager, person, nurse.organization(), Scene.today());
    Drafts drafts = House.bean(Drafts.class);
    DocumentId id = manager.does(() -> drafts.open(stay, definition, UUID.randomUUID()));
    FormValues answers =
        FormValues.EMPTY
            .with("name", "髙﨑 花子")
            .with("kana", "タカサキ ハナコ")
            .with("address", "見本県見本市一丁目1-1")
            .with("carers-ability", "3")
            .with("indoor", "2")
            .with("interests", "庭の手入れと、孫との電話。\n毎朝の体操。");
    manager.does(() -> drafts.fill(id, answers));
    if (definition.equals(FormDefinitions.ADMISSION_INFORMATION)) {
      assertThat(manager.does(() -> drafts.send(id, Mode.SYSTEM, UUID.randomUUID())).errors())
          .isEmpty();
    }
    return new Sent(stay, person, id);
  }

  private static Viewer viewer(Scene.Staff staff) {
    return staff.does(
        () ->
            House.bean(Accounts.class).viewer(staff.account(), staff.organization()).orElseThrow());
  }

  private static UUID print(
      Scene.Staff by, DocumentId id, Prints.Kind kind, Naming naming, UUID key) {
    return by.does(
        () ->
            House.bean(Prints.class)
                .print(
                    id,
                    new Prints.Order(
                        kind,
                        naming,
                        kind == Prints.Kind.FAX ? "架空病院 地域連携室" : null,
                        kind == Prints.Kind.FAX ? "000-123-4567" : null,
                        null,
                        "http://tasuki.example.jp"),
                    viewer(by),
                    key));
  }

  private static Prints.Print get(Scene.Staff by, UUID print) {
    return by.does(() -> House.bean(Prints.class).get(print));
  }

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
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    String text = text("print", bytes(manager, id));
    assertThat(text)
        .contains("入院時情報提供書", "様式未確認", "髙﨑 花子", "庭の手入れと、孫との電話。", "■見込めない", "□十分")
        .contains("見本県見本市一丁目1-1", "受領コード")
        .doesNotContain("FAX送付状");
  }

  @Test
  void the_record_of_a_discharge_prints_too_also_as_a_draft() {
    Sent sent = sent(FormDefinitions.DISCHARGE_RECORD);
    UUID id = print(manager, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    assertThat(text("record", bytes(manager, id))).contains("退院・退所情報記録書", "下書き", "髙﨑 花子");
  }

  @Test
  void a_fax_has_a_cover_a_count_of_its_sheets_and_leaves_out_what_does_not_belong_there()
      throws IOException {
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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

  private static HttpResponse<String> confirm(Visitor visitor, String code) {
    visitor.get("/r");
    return visitor.post("/r", Map.of("code", code, "office", "架空病院 地域連携室", "name", "受取 太郎"));
  }

  private static void forgetWrongCodes() {
    TestDatabase.asOwner().sql("delete from transition.wrong_code").update();
  }

  @Test
  void whoever_holds_the_sheet_confirms_it_without_an_account_and_sees_nothing_else() {
    forgetWrongCodes();
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.FAX, Naming.MASKED, UUID.randomUUID());
    String code = get(manager, id).code();
    Visitor anybody = Visitor.anybody();
    assertThat(anybody.get("/r?c=" + code).body()).contains(code.substring(0, 4) + "-");
    HttpResponse<String> done = confirm(anybody, code);
    assertThat(done.body())
        .contains("受領を記録しました", "入院時情報提供書")
        .doesNotContain("髙﨑", sent.person().toString(), sent.stay().toString());
    assertThat(confirm(Visitor.anybody(), code).body()).contains("受領を記録しました");
    assertThat(manager.does(() -> House.bean(Prints.class).receipts(id)))
        .singleElement()
        .matches(receipt -> receipt.name().equals("受取 太郎"));
    List<Step> log = manager.does(() -> House.bean(StayFacts.class).of(sent.stay())).log();
    assertThat(log).filteredOn(step -> step.kind() == StepKind.FORM_RECEIVED).hasSize(1);
    Step form = log.stream().filter(step -> step.kind() == StepKind.FORM_SENT).findFirst().get();
    assertThat(Evidence.of(form, log, false, true)).isEqualTo(Evidence.BOTH);
    assertThat(Evidence.of(form, log, true, true)).isEqualTo(Evidence.ONE_SIDED);
    assertThat(told(manager)).contains("transition.notice.confirmed-by-code");
    assertThat(visit(manager).get("/stays/" + sent.stay()).body()).contains("受取 太郎");
    assertThat(visit(manager).get("/documents/" + sent.document() + "/print").body())
        .contains("受取 太郎");
  }

  private static String information(Sent sent) {
    String number = manager.does(() -> Scene.stays().get(sent.stay())).caseNumber();
    return House.as(
        manager.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select information from transition.fact where case_number = ?")
                .param(number)
                .query(String.class)
                .single());
  }

  @Test
  void a_hospital_that_works_in_tasuki_says_itself_what_the_code_on_a_sheet_cannot_say_for_it() {
    forgetWrongCodes();
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.FAX, Naming.MASKED, UUID.randomUUID());
    confirm(Visitor.anybody(), get(manager, id).code());
    manager.does(
        () ->
            Scene.stays()
                .planDischarge(sent.stay(), Scene.today().plusDays(3), null, UUID.randomUUID()));
    assertThat(information(sent)).isEqualTo("CARE");
    assertThat(visit(manager).get("/stays/" + sent.stay()).body())
        .contains("用紙のコードで受領(病院からの記録ではありません)");
    assertThat(visit(nurse).get("/stays/" + sent.stay()).body())
        .contains("/stays/" + sent.stay() + "/steps/form_received");
    nurse.does(
        () ->
            Scene.stays()
                .log(
                    sent.stay(),
                    NewStep.of(StepKind.FORM_RECEIVED, Scene.today(), null, Mode.FAX),
                    UUID.randomUUID()));
    assertThat(information(sent)).isEqualTo("BOTH");
  }

  @Test
  void a_wrong_code_and_one_too_many_give_the_same_answer_and_the_right_one_waits() {
    forgetWrongCodes();
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.FAX, Naming.MASKED, UUID.randomUUID());
    String right = get(manager, id).code();
    Visitor anybody = Visitor.anybody();
    assertThat(confirm(anybody, "AAAA-AAAA-AAAA-A").body()).contains("1文字ずつ");
    List<String> answers = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      HttpResponse<String> answer = confirm(anybody, unknownCode());
      assertThat(answer.statusCode()).isEqualTo(422);
      answers.add(problem(answer));
    }
    HttpResponse<String> blocked = confirm(Visitor.anybody(), right);
    assertThat(blocked.statusCode()).isEqualTo(422);
    answers.add(problem(blocked));
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(manager.does(() -> House.bean(Prints.class).receipts(id))).isEmpty();
    forgetWrongCodes();
    assertThat(confirm(Visitor.anybody(), right).body()).contains("受領を記録しました");
  }

  private static String problem(HttpResponse<String> answer) {
    assertThat(answer.body()).contains("受領を記録できませんでした");
    return answer.body().replaceAll("(?s).*(受領を記録できませんでした[^<]*).*", "$1");
  }

  /** A code of the right shape that was never printed. */
  private static String unknownCode() {
    try {
      var next = Class.forName("tasuki.transition.paper.ReceiptCodes").getDeclaredMethod("next");
      next.setAccessible(true);
      return (String) next.invoke(null);
    } catch (ReflectiveOperationException failure) {
      throw new AssertionError(failure);
    }
  }

  private static List<String> told(Scene.Staff staff) {
    return staff.does(
        () ->
            House.bean(NoticeBox.class).page(true, null, 100).stream()
                .map(notice -> notice.kind().code())
                .toList());
  }

  private static Recalls.Mistake mistake(@Nullable UUID print) {
    return new Recalls.Mistake(print, "架空病院(別の患者の病院)", "送り先を取り違えた", Scene.today());
  }

  private static UUID recalled(DocumentId document, @Nullable UUID print) {
    return manager.does(
        () -> House.bean(Recalls.class).recall(document, mistake(print), UUID.randomUUID()));
  }

  @Test
  void what_is_called_back_cannot_be_opened_by_the_receiver_any_more_who_is_told() {
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    Documents documents = House.bean(Documents.class);
    nurse.does(() -> documents.find(sent.document()));
    visit(nurse).get("/documents/" + sent.document());
    UUID sheet = print(nurse, sent.document(), Prints.Kind.PRINT, Naming.FULL, UUID.randomUUID());
    UUID incident = recalled(sent.document(), null);
    assertThatThrownBy(() -> nurse.does(() -> documents.find(sent.document())))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> get(nurse, sheet)).isInstanceOf(AbsentException.class);
    assertThat(nurse.does(() -> documents.of(sent.stay()))).isEmpty();
    assertThat(visit(nurse).get("/documents/" + sent.document()).statusCode()).isEqualTo(404);
    assertThat(manager.does(() -> documents.find(sent.document())).id()).isEqualTo(sent.document());
    assertThat(told(nurse)).contains("incident.notice.recalled");
    assertThat(told(administrator)).contains("incident.notice.incident");
    assertThat(manager.does(() -> House.bean(Incidents.class).looks(incident))).isNotEmpty();
    assertThat(nurse.does(() -> House.bean(Incidents.class).looks(incident))).isEmpty();
  }

  @Test
  void the_administrator_sees_the_incident_and_its_report_and_never_whose_it_is() {
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID sheet = print(manager, sent.document(), Prints.Kind.FAX, Naming.MASKED, UUID.randomUUID());
    UUID incident = recalled(sent.document(), sheet);
    Visitor visitor = visit(administrator);
    assertThat(visitor.get("/incidents").body()).contains("/incidents/" + incident);
    HttpResponse<String> page = visitor.get("/incidents/" + incident);
    assertThat(page.body())
        .contains("架空病院(別の患者の病院)", "速報", "確報", "本人の数")
        .doesNotContain("髙﨑", sent.person().toString());
    assertThat(visitor.get("/language?to=en&back=/incidents/" + incident).body())
        .contains("First report", "Full report");
    visitor.get("/language?to=ja&back=/incidents");
    assertThat(visitor.post("/incidents/" + incident + "/first", Map.of("on", "R99")).statusCode())
        .isEqualTo(422);
    assertThat(
            visitor
                .post("/incidents/" + incident + "/first", Map.of("on", Scene.today().toString()))
                .body())
        .contains("速報を記録しました");
    assertThatThrownBy(() -> stranger.does(() -> House.bean(Incidents.class).get(incident)))
        .isInstanceOf(AbsentException.class);
    assertThat(visit(nurse).get("/incidents/" + incident).statusCode()).isEqualTo(404);
    HttpResponse<String> pdf = visitor.get("/incidents/" + incident + "/report");
    assertThat(pdf.headers().firstValue("content-type")).contains("application/pdf");
  }

  @Test
  void only_the_author_calls_back() {
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    assertThatThrownBy(
            () ->
                nurse.does(
                    () ->
                        House.bean(Recalls.class)
                            .recall(sent.document(), mistake(null), UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
    Sent draft = sent(FormDefinitions.DISCHARGE_RECORD);
    assertThatThrownBy(() -> recalled(draft.document(), null)).isInstanceOf(RefusedException.class);
  }

  @Test
  void the_pages_for_paper_and_recall_keep_what_was_typed() {
    Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
