package tasuki.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasuki.record.Bedside.timeline;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tasuki.House;
import tasuki.Visitor;
import tasuki.calendar.JapanTime;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.incident.Incident;
import tasuki.incident.Incidents;
import tasuki.incident.Look;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.notice.NoticeBox;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.record.Bedside.Somebody;

/** An entry that was written by mistake, most often about the wrong person. */
class EntryRecallTest {

  private final Somebody nurse = Bedside.nurse();
  private final Somebody doctor = Bedside.doctor();
  private final Somebody silent = Bedside.doctor();
  private final PersonId wrong = Bedside.personOf(nurse);

  @BeforeEach
  void theTeam() {
    Bedside.letIn(nurse, wrong, doctor, TeamRole.ATTENDING_DOCTOR);
    Bedside.letIn(nurse, wrong, silent, TeamRole.SUB_DOCTOR);
  }

  private static EntryRecalls.Mistake mistake(@Nullable PersonId right) {
    return new EntryRecalls.Mistake(
        "二人の画面を並べて開いていた", LocalDate.ofInstant(Instant.now(), JapanTime.ZONE), right);
  }

  private static UUID recall(Somebody by, EntryId entry, @Nullable PersonId right) {
    return by.does(
        () -> House.bean(EntryRecalls.class).recall(entry, mistake(right), UUID.randomUUID()));
  }

  private static List<Look> looks(Somebody by, UUID incident) {
    return by.does(() -> House.bean(Incidents.class).looks(incident));
  }

  private static List<String> told(Somebody somebody) {
    return somebody.does(
        () ->
            House.bean(NoticeBox.class).page(true, null, 100).stream()
                .map(notice -> notice.kind().code())
                .toList());
  }

  private static int rows(Somebody by, EntryId entry) {
    return House.as(
        by.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from record.entry where id = ?")
                .param(entry.value())
                .query(Integer.class)
                .single());
  }

  @Test
  void what_stood_with_the_wrong_person_moves_to_the_right_one_in_one_go() {
    PersonId right = Bedside.personOf(nurse);
    Somebody pharmacist = Bedside.doctor();
    Bedside.letIn(nurse, right, pharmacist, TeamRole.ATTENDING_DOCTOR);
    FileId photo = nurse.stores(Bedside.JPEG, "かかと.jpg");
    EntryId entry =
        nurse.writes(wrong, NewEntry.of(EntryKind.HANDOVER, "かかとに発赤").with(List.of(photo)));
    doctor.reads(wrong);

    recall(nurse, entry, right);

    for (Somebody other : List.of(doctor, silent)) {
      assertThat(rows(other, entry)).isZero();
      assertThat(other.reads(wrong))
          .singleElement()
          .satisfies(
              read -> {
                assertThat(read.recalled()).isTrue();
                assertThat(read.earlier()).isEmpty();
                assertThat(read.text()).isEmpty();
                assertThat(read.files()).isEmpty();
              });
      assertThat(
              other.does(
                  () -> timeline().entries(wrong, TimelineFilter.words("発赤"), null, 10).entries()))
          .isEmpty();
      assertThatThrownBy(() -> other.does(() -> timeline().attachment(entry, photo)))
          .isInstanceOf(AbsentException.class);
    }
    assertThat(nurse.reads(wrong))
        .singleElement()
        .satisfies(
            read -> assertThat(read.earlier()).extracting(Entry::text).containsExactly("かかとに発赤"));
    assertThat(pharmacist.reads(right))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.text()).isEqualTo("かかとに発赤");
              assertThat(read.kind()).isEqualTo(EntryKind.HANDOVER);
              assertThat(read.files()).extracting("name").containsExactly("かかと.jpg");
              assertThat(read.author()).matches(author -> author.name().equals(nurse.name()));
            });
    pharmacist.does(() -> timeline().attachment(pharmacist.reads(right).getFirst().id(), photo));
  }

  @Test
  void who_had_opened_it_stays_listed_and_is_told_and_nobody_else() {
    EntryId entry = nurse.writes(wrong, "別の方のこと");
    doctor.reads(wrong);
    nurse.reads(wrong);
    UUID incident = recall(nurse, entry, null);
    assertThat(looks(nurse, incident))
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.who()).isEqualTo(doctor.name());
              assertThat(look.organization()).isEqualTo(doctor.organization().value());
            });
    silent.reads(wrong);
    doctor.reads(wrong);
    assertThat(looks(nurse, incident)).as("what was opened afterwards").hasSize(1);
    assertThat(looks(doctor, incident)).isEmpty();
    assertThat(told(doctor)).contains("incident.notice.recalled");
    assertThat(told(silent)).doesNotContain("incident.notice.recalled");
    Incident known = nurse.does(() -> House.bean(Incidents.class).get(incident));
    assertThat(known.titleJa()).isEqualTo("経過の記録(記録)");
    assertThatThrownBy(() -> doctor.does(() -> House.bean(Incidents.class).get(incident)))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void the_family_counts_only_where_it_was_written_for_them_too() {
    Somebody daughter = Bedside.somebody(Bedside.families(), Profession.NONE, Duty.FAMILY);
    Bedside.letIn(nurse, wrong, daughter, TeamRole.FAMILY);
    EntryId hidden = nurse.writes(wrong, "チームだけに");
    EntryId shown = nurse.writes(wrong, NewEntry.of(EntryKind.NOTE, "ご家族にも").forFamilyToo());
    daughter.reads(wrong);
    assertThat(looks(nurse, recall(nurse, hidden, null))).isEmpty();
    assertThat(looks(nurse, recall(nurse, shown, null)))
        .singleElement()
        .satisfies(look -> assertThat(look.who()).isNull());
    assertThat(daughter.reads(wrong)).singleElement().matches(Entry::recalled);
  }

  @Test
  void every_earlier_text_goes_along_and_the_replies_of_others_stay() {
    EntryId first = nurse.writes(wrong, "一");
    doctor.does(
        () -> timeline().reply(first, NewEntry.of(EntryKind.NOTE, "返事"), UUID.randomUUID()));
    EntryId second =
        nurse.does(
            () -> timeline().correct(first, NewEntry.of(EntryKind.NOTE, "二"), UUID.randomUUID()));
    nurse.run(() -> timeline().pin(second));
    recall(nurse, second, null);
    assertThat(rows(doctor, first) + rows(doctor, second)).isZero();
    assertThat(doctor.reads(wrong))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.recalled()).isTrue();
              assertThat(read.pinned()).isFalse();
              assertThat(read.replies()).extracting(Entry::text).containsExactly("返事");
            });
    assertThat(nurse.reads(wrong).getFirst().earlier())
        .extracting(Entry::text)
        .containsExactly("二", "一");
  }

  @Test
  void a_colleague_takes_it_back_too_but_only_the_author_moves_it_and_others_neither() {
    Somebody colleague = Bedside.somebody(nurse.organization(), Profession.NURSE, Duty.CARE);
    PersonId right = Bedside.personOf(nurse);
    EntryId entry = nurse.writes(wrong, "別の方のこと");
    for (Somebody other : List.of(doctor, Bedside.nurse())) {
      assertThatThrownBy(() -> recall(other, entry, null)).isInstanceOf(AbsentException.class);
    }
    assertThatThrownBy(() -> recall(colleague, entry, right)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> recall(nurse, entry, wrong)).isInstanceOf(RefusedException.class);
    PersonId ofOthers = Bedside.personOf(Bedside.doctor());
    assertThatThrownBy(() -> recall(nurse, entry, ofOthers)).isInstanceOf(AbsentException.class);
    assertThat(doctor.reads(wrong).getFirst().text()).isEqualTo("別の方のこと");
    recall(colleague, entry, null);
    assertThat(doctor.reads(wrong).getFirst().recalled()).isTrue();
    assertThatThrownBy(() -> recall(nurse, entry, null)).isInstanceOf(RefusedException.class);
  }

  @Test
  void who_no_longer_cares_for_the_person_takes_the_own_entry_back_too() {
    Somebody leaver = Bedside.doctor();
    UUID place = Bedside.letIn(nurse, wrong, leaver, TeamRole.PHARMACY);
    EntryId entry = leaver.writes(wrong, "別の方のこと");
    Bedside.leaves(nurse, place);
    recall(leaver, entry, null);
    assertThat(nurse.reads(wrong)).singleElement().matches(Entry::recalled);
    assertThat(rows(nurse, entry)).isZero();
    assertThat(rows(leaver, entry)).isEqualTo(1);
  }

  @Test
  void what_is_sent_twice_is_one_incident() {
    EntryId entry = nurse.writes(wrong, "別の方のこと");
    PersonId right = Bedside.personOf(nurse);
    UUID key = UUID.randomUUID();
    EntryRecalls recalls = House.bean(EntryRecalls.class);
    UUID one = nurse.does(() -> recalls.recall(entry, mistake(right), key));
    assertThat(nurse.does(() -> recalls.recall(entry, mistake(right), key))).isEqualTo(one);
    assertThat(nurse.reads(right)).hasSize(1);
  }

  @Test
  void on_the_page_the_right_person_is_found_and_nothing_typed_is_lost() {
    PersonId right = Bedside.personOf(nurse);
    Bedside.givePassword(nurse);
    Bedside.givePassword(doctor);
    EntryId entry = nurse.writes(wrong, "別の方のこと");
    Visitor visitor = Visitor.signedIn(nurse.login(), Bedside.PASSWORD);
    String timeline = "/persons/" + wrong + "/timeline";
    String page = timeline + "/entries/" + entry + "/recall";
    assertThat(visitor.get(timeline).body()).contains(page);
    assertThat(visitor.get(page).body()).contains("別の方のこと", "正しい方の記録へ写す");

    Map<String, String> fields = new HashMap<>();
    fields.put("cause", "画面を取り違えた");
    fields.put("foundOn", "R99");
    fields.put("q", "枕元");
    fields.put("find", "true");
    fields.put("to", "none");
    fields.put("key", UUID.randomUUID().toString());
    HttpResponse<String> found = visitor.post(page, fields);
    assertThat(found.body())
        .contains("画面を取り違えた", "value=\"" + right + "\"", "R99")
        .doesNotContain("value=\"" + wrong + "\"");
    fields.remove("find");
    fields.put("to", right.toString());
    HttpResponse<String> again = visitor.post(page, fields);
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("画面を取り違えた", "value=\"" + right + "\"");
    fields.put("foundOn", JapanTime.at(Instant.now()).toLocalDate().toString());
    HttpResponse<String> done = visitor.post(page, fields);
    assertThat(done.uri().getPath()).startsWith("/incidents/");
    assertThat(done.body())
        .contains("正しい方の記録へ移しました", "漏えいに当たらない", "画面を取り違えた", doctorsOffice())
        .doesNotContain("別の方のこと", wrong.toString());
    assertThat(visitor.get("/persons/" + right + "/timeline").body()).contains("別の方のこと");
    assertThat(Visitor.signedIn(doctor.login(), Bedside.PASSWORD).get(timeline).body())
        .contains("誤って書かれたため取り消されました")
        .doesNotContain("別の方のこと");
    assertThat(visitor.get(page).statusCode()).isNotEqualTo(200);
  }

  private String doctorsOffice() {
    return House.bean(tasuki.directory.Organizations.class).get(doctor.organization()).name();
  }
}
