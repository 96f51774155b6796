package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.transition.PaperScene.get;
import static tasuki.transition.PaperScene.manager;
import static tasuki.transition.PaperScene.nurse;
import static tasuki.transition.PaperScene.print;
import static tasuki.transition.PaperScene.sent;
import static tasuki.transition.PaperScene.told;
import static tasuki.transition.PaperScene.visit;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.form.FormDefinitions;
import tasuki.transition.paper.Naming;
import tasuki.transition.paper.Prints;

/** The code on a sheet, by which whoever holds it confirms it without an account. */
class ReceiptCodeTest {

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
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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

  private static String information(PaperScene.Sent sent) {
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
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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

  @Test
  void the_months_of_a_sheet_confirmed_by_its_code_are_counted_again() throws IOException {
    forgetWrongCodes();
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID id = print(manager, sent.document(), Prints.Kind.FAX, Naming.MASKED, UUID.randomUUID());
    confirm(Visitor.anybody(), get(manager, id).code());
    String migration =
        new ClassPathResource("db/transition/V10_3__corrected_facts_are_counted.sql")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace(";", " returning month");
    List<LocalDate> marked =
        TestDatabase.asOwner()
            .sql(migration)
            .query((row, _) -> row.getObject(1, LocalDate.class))
            .list();
    assertThat(marked).contains(Scene.today().withDayOfMonth(1)).doesNotHaveDuplicates();
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
}
