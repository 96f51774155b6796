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
import static tasuki.transition.PaperScene.told;
import static tasuki.transition.PaperScene.visit;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.form.FormDefinitions;
import tasuki.incident.Incidents;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.Documents;
import tasuki.transition.paper.Naming;
import tasuki.transition.paper.Prints;
import tasuki.transition.paper.Recalls;

/** What went to the wrong place: called back, told, reported, or found to need no report. */
class RecallTest {

  private static Recalls.Mistake mistake(@Nullable UUID print) {
    return new Recalls.Mistake(print, "架空病院(別の患者の病院)", "送り先を取り違えた", Scene.today());
  }

  private static UUID recalled(DocumentId document, @Nullable UUID print) {
    return manager.does(
        () -> House.bean(Recalls.class).recall(document, mistake(print), UUID.randomUUID()));
  }

  @Test
  void what_is_called_back_cannot_be_opened_by_the_receiver_any_more_who_is_told() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
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
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    assertThatThrownBy(
            () ->
                nurse.does(
                    () ->
                        House.bean(Recalls.class)
                            .recall(sent.document(), mistake(null), UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
    PaperScene.Sent draft = sent(FormDefinitions.DISCHARGE_RECORD);
    assertThatThrownBy(() -> recalled(draft.document(), null)).isInstanceOf(RefusedException.class);
  }

  @Test
  void without_harm_the_administrator_closes_it_with_a_reason_and_nothing_is_due_any_more() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID incident = recalled(sent.document(), null);
    String at = "/incidents/" + incident;
    assertThat(visit(manager).get(at).body())
        .contains("管理者または監査担当です")
        .doesNotContain("id=\"close\"");
    assertThat(visit(manager).post(at + "/close", Map.of("because", "自分で終える")).statusCode())
        .as("whoever sent it does not say so alone")
        .isEqualTo(404);
    Visitor visitor = visit(administrator);
    assertThat(visitor.get(at).body()).contains("報告不要として終える");
    HttpResponse<String> empty = visitor.post(at + "/close", Map.of("because", " "));
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("f-because-error");
    HttpResponse<String> done =
        visitor.post(at + "/close", Map.of("because", "だれも開く前に取り消した。管理者の判断"));
    assertThat(done.body())
        .contains("報告不要として終えました", "だれも開く前に取り消した。管理者の判断")
        .doesNotContain("速報を済ませた");
    assertThat(visitor.get("/incidents").body()).contains("報告不要");
    HttpResponse<String> again = visitor.post(at + "/close", Map.of("because", "もう一度"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("すでに終えています");
    assertThat(visitor.post(at + "/full", Map.of("on", Scene.today().toString())).statusCode())
        .isEqualTo(422);
    Long logged =
        TestDatabase.asOwner()
            .sql(
                "select count(*) from audit.entry where what = 'incident.closed' and subject = ?"
                    + " and account = ?")
            .params(incident, administrator.account().value())
            .query(Long.class)
            .single();
    assertThat(logged).isEqualTo(1);
  }

  @Test
  void what_was_reported_in_full_is_settled_by_its_report() {
    PaperScene.Sent sent = sent(FormDefinitions.ADMISSION_INFORMATION);
    UUID incident = recalled(sent.document(), null);
    visit(administrator)
        .post("/incidents/" + incident + "/full", Map.of("on", Scene.today().toString()));
    assertThatThrownBy(
            () ->
                administrator.does(
                    () -> {
                      House.bean(Incidents.class).close(incident, "報告不要");
                      return true;
                    }))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refused().reason()).isEqualTo("incident.refused.reported"));
  }
}
