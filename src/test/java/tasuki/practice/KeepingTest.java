package tasuki.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.TestDatabase;
import tasuki.Visitor;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;

/** Officers write cases, and nobody else changes them. */
class KeepingTest {

  private static final Visitor ANYBODY = Visitor.anybody();

  @Test
  void a_draft_is_its_writers_alone_until_it_is_published_and_again_after_it_is_withdrawn() {
    PracticeScene.Staff officer = PracticeScene.officer();
    PracticeScene.Staff neighbour = PracticeScene.officer();
    Practices practices = PracticeScene.practices();
    Practice draft = officer.does(() -> practices.add(PracticeScene.content("架空の下書きの事例")));
    String code = draft.code();
    assertThatThrownBy(() -> neighbour.does(() -> practices.get(code)))
        .isInstanceOf(AbsentException.class);
    assertThat(ANYBODY.get("/public/practice/" + code).statusCode()).isEqualTo(404);
    officer.does(() -> practices.publish(code, 1));
    assertThat(neighbour.does(() -> practices.get(code)).state())
        .isEqualTo(PracticeState.PUBLISHED);
    assertThat(ANYBODY.get("/public/practice/" + code).body()).contains("架空の下書きの事例");
    officer.does(() -> practices.withdraw(code, 2, "架空の理由"));
    assertThat(ANYBODY.get("/public/practice/" + code).statusCode()).isEqualTo(404);
    assertThat(PracticeScene.shelf().find(code)).isEmpty();
    assertThat(officer.does(() -> practices.get(code)).state()).isEqualTo(PracticeState.WITHDRAWN);
    assertThat(officer.does(() -> practices.versions(draft.id())))
        .extracting(Version::step)
        .containsExactly(Step.WITHDRAWN, Step.PUBLISHED, Step.CREATED);
    List<String> audited =
        TestDatabase.asOwner()
            .sql("select what from audit.entry where subject = ? order by id")
            .param(draft.id())
            .query((row, _) -> row.getString("what"))
            .list();
    assertThat(audited)
        .containsExactly("practice.created", "practice.published", "practice.withdrawn");
  }

  @Test
  void only_the_organisation_that_wrote_a_case_changes_it() {
    PracticeScene.Staff officer = PracticeScene.officer();
    PracticeScene.Staff neighbour = PracticeScene.officer();
    Practices practices = PracticeScene.practices();
    Practice practice = PracticeScene.published(officer, "架空のほかから変えられない事例");
    Content other = PracticeScene.content("架空の書き換え");
    assertThatThrownBy(() -> neighbour.does(() -> practices.change(practice.code(), 2, other)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(
            () ->
                neighbour.does(
                    () -> practices.change("aomori-medical-care-coordination", 1, other)))
        .isInstanceOf(AbsentException.class);
    Visitor visitor = neighbour.signedIn();
    assertThat(visitor.get("/practice/" + practice.code()).statusCode()).isEqualTo(200);
    for (String page : List.of("/edit", "/withdraw", "/history")) {
      assertThat(visitor.get("/practice/" + practice.code() + page).statusCode()).isEqualTo(404);
    }
    Visitor coordinator =
        PracticeScene.staff(OrganizationKind.HOME_CARE_HUB, Duty.COORDINATOR).signedIn();
    assertThat(coordinator.get("/practice/" + practice.code()).statusCode()).isEqualTo(200);
    assertThat(coordinator.get("/practice/new").statusCode()).isEqualTo(404);
    assertThat(coordinator.get("/practice/own").statusCode()).isEqualTo(404);
  }

  @Test
  void the_database_refuses_what_the_program_would_forget() {
    PracticeScene.Staff officer = PracticeScene.officer();
    PracticeScene.Staff neighbour = PracticeScene.officer();
    Practice practice = PracticeScene.published(officer, "架空の守られた事例");
    UUID shipped =
        PracticeScene.shelf().find("aomori-medical-care-coordination").orElseThrow().id();
    String rename = "update practice.practice set name = '書き換え' where id = ?";
    assertThat(update(officer.actor(), rename, practice.id())).isEqualTo(1);
    for (UUID id : List.of(practice.id(), shipped)) {
      assertThat(update(neighbour.actor(), rename, id)).isZero();
      assertThat(update(Actor.NOBODY, rename, id)).isZero();
      assertThat(update(neighbour.actor(), "delete from practice.budget where practice = ?", id))
          .isZero();
      assertThat(
              count(
                  neighbour.actor(),
                  "select count(*) from practice.version where practice = ?",
                  id))
          .isZero();
    }
    assertThat(update(new Actor.Job("practice"), rename, practice.id()))
        .as("what ships is renewed, what officers wrote is out of its reach")
        .isZero();
  }

  @Test
  void nobody_deletes_a_case_or_its_history_not_even_who_wrote_it() {
    PracticeScene.Staff officer = PracticeScene.officer();
    Practice practice = PracticeScene.published(officer, "架空の消せない事例");
    assertThat(
            count(
                officer.actor(),
                "select count(*) from practice.version where practice = ?",
                practice.id()))
        .isEqualTo(2);
    assertThatThrownBy(
            () ->
                update(
                    officer.actor(), "delete from practice.practice where id = ?", practice.id()))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(
            () ->
                update(
                    officer.actor(),
                    "delete from practice.version where practice = ?",
                    practice.id()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void of_two_who_change_the_same_version_the_second_is_told() {
    PracticeScene.Staff officer = PracticeScene.officer();
    Practices practices = PracticeScene.practices();
    Practice practice = PracticeScene.published(officer, "架空の二人で直す事例");
    officer.does(() -> practices.change(practice.code(), 2, PracticeScene.content("架空の一人目")));
    assertThatThrownBy(
            () ->
                officer.does(
                    () -> practices.change(practice.code(), 2, PracticeScene.content("架空の二人目"))))
        .isInstanceOf(RefusedException.class)
        .hasMessage("practice.refused.changed");
    assertThat(PracticeScene.shelf().find(practice.code()).orElseThrow().content().name())
        .isEqualTo("架空の一人目");
  }

  @Test
  void what_says_too_little_is_not_published_and_the_reason_is_said() {
    PracticeScene.Staff officer = PracticeScene.officer();
    Practices practices = PracticeScene.practices();
    Practice draft = officer.does(() -> practices.add(PracticeScene.begun("架空の書きかけ")));
    assertThatThrownBy(() -> officer.does(() -> practices.publish(draft.code(), 1)))
        .hasMessage("practice.refused.no-purpose");
    assertThatThrownBy(() -> officer.does(() -> practices.withdraw(draft.code(), 1, "理由")))
        .hasMessage("practice.refused.state.DRAFT.WITHDRAWN");
    Practice published = PracticeScene.published(officer, "架空の公開済み");
    assertThatThrownBy(
            () ->
                officer.does(
                    () -> practices.change(published.code(), 2, PracticeScene.begun("架空の空"))))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> officer.does(() -> practices.publish(published.code(), 2)))
        .hasMessage("practice.refused.state.PUBLISHED.PUBLISHED");
  }

  @Test
  void an_officer_of_a_municipality_writes_a_case_of_another_prefecture_through_the_pages() {
    Visitor officer = PracticeScene.staff(OrganizationKind.MUNICIPALITY, Duty.OFFICER).signedIn();
    officer.get("/practice/new");
    HttpResponse<String> saved = officer.post("/practice/new?row=f1", typed());
    assertThat(saved.uri().getPath()).matches("/practice/[0-9a-f-]{36}");
    String address = saved.uri().getPath();
    assertThat(saved.body()).contains("下書きを保存しました", "3,186", "-3.5");
    assertThat(officer.post(address + "/publish", Map.of("version", "1")).body())
        .contains("公開しました");
    assertThat(ANYBODY.get("/public" + address).body()).contains("架空の入力した事例", "補助率");
    Map<String, String> changed = typed();
    changed.put("name", "架空の直した事例");
    changed.put("version", "2");
    assertThat(officer.get(address + "/edit").body()).contains("value=\"3186\"", "架空の備考");
    assertThat(officer.post(address + "/edit?row=f1", changed).body()).contains("架空の直した事例");
    String history = officer.get(address + "/history").body();
    assertThat(history).contains("第3版", "架空の入力した事例", "架空の直した事例");
    HttpResponse<String> without = officer.post(address + "/withdraw", Map.of("version", "3"));
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("f-reason-error", "理由:入力してください");
    officer.post(address + "/withdraw", Map.of("version", "3", "reason", "架空の理由"));
    assertThat(ANYBODY.get("/public" + address).statusCode()).isEqualTo(404);
  }

  @Test
  void what_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost() {
    Visitor officer = PracticeScene.officer().signedIn();
    officer.get("/practice/new");
    Map<String, String> fields = typed();
    fields.put("name", "");
    fields.put("prefecture", "どこでもない県");
    fields.put("planned-b1", "三千");
    fields.put("settled-b1", "");
    fields.put("value-f1", "八割");
    fields.put("unit-f1", "");
    fields.put("year-b1", "1492");
    HttpResponse<String> again = officer.post("/practice/new?row=f1", fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("f-name-error", "f-prefecture-error", "f-planned-b1-error", "f-value-f1-error")
        .contains("f-unit-f1-error", "f-year-b1-error", "value=\"三千\"", "value=\"八割\"", "架空の目的");
    Map<String, String> more = typed();
    more.put("press", "add-f");
    assertThat(officer.post("/practice/new?row=f1", more).body())
        .contains("indicator-f1", "indicator-f2");
    more.put("press", "out-f1");
    assertThat(officer.post("/practice/new?row=f1", more).body()).doesNotContain("indicator-f1");
  }

  private static Map<String, String> typed() {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", "架空の入力した事例");
    fields.put("prefecture", "長野県");
    fields.put("purpose", "架空の目的");
    fields.put("approach", "架空の取組\n二つ目");
    fields.put("instruments", "TRAINING");
    fields.put("proposals", "補助率を上げてほしい");
    fields.put("year-b1", "2024");
    fields.put("planned-b1", "３,１８６");
    fields.put("settled-b1", "3000000");
    fields.put("remark-b1", "架空の備考");
    fields.put("indicator-f1", "架空の増減");
    fields.put("kind-f1", "ACTUAL");
    fields.put("value-f1", "▲3.5");
    fields.put("unit-f1", "件");
    fields.put("press", "save");
    fields.put("row", "b1");
    return fields;
  }

  private static int update(Actor actor, String sql, UUID id) {
    return House.as(actor, () -> House.bean(JdbcClient.class).sql(sql).param(id).update());
  }

  private static int count(Actor actor, String sql, UUID id) {
    return House.as(
        actor, () -> House.bean(JdbcClient.class).sql(sql).param(id).query(Integer.class).single());
  }
}
