package tasuki.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.record.Bedside.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.Visitor;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.notice.How;
import tasuki.notice.Notice;
import tasuki.notice.NoticeBox;
import tasuki.notice.NoticeKind;
import tasuki.notice.SaidWords;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.record.Bedside.Somebody;

class TimelineNoticesTest {

  private final Somebody nurse = Bedside.nurse();
  private final Somebody colleague =
      Bedside.somebody(nurse.organization(), Profession.NURSE, Duty.CARE);
  private final Somebody doctor = Bedside.doctor();
  private final PersonId person = Bedside.personOf(nurse);

  @BeforeEach
  void doctorJoins() {
    Bedside.letIn(nurse, person, doctor, TeamRole.ATTENDING_DOCTOR);
  }

  private static List<Notice> notices(Somebody somebody) {
    return somebody.does(() -> House.bean(NoticeBox.class).page(true, null, 100));
  }

  private static List<String> told(Somebody somebody) {
    return notices(somebody).stream()
        .map(notice -> notice.kind().code().replace("record.notice.", ""))
        .filter(code -> !code.contains("."))
        .toList();
  }

  private static EntryId reply(Somebody by, EntryId to, NewEntry entry) {
    return by.does(() -> timeline().reply(to, entry, UUID.randomUUID()));
  }

  @Test
  void several_notes_are_one_notice_until_somebody_looks() {
    nurse.writes(person, "一");
    nurse.writes(person, "二");
    assertThat(told(doctor)).containsExactly("written");
    assertThat(told(nurse)).isEmpty();
    assertThat(told(colleague)).isEmpty();
    UUID first = notices(doctor).getFirst().id();
    String path = doctor.does(() -> House.bean(NoticeBox.class).open(first));
    assertThat(path).isEqualTo("/persons/" + person + "/timeline");
    nurse.writes(person, "三");
    assertThat(told(doctor)).containsExactly("written", "written");
  }

  @Test
  void what_is_to_be_confirmed_is_told_each_time_and_once_more_when_put_right() {
    EntryId first = nurse.writes(person, NewEntry.of(EntryKind.HANDOVER, "一").asking());
    nurse.writes(person, NewEntry.of(EntryKind.HANDOVER, "二").asking());
    assertThat(told(doctor)).containsExactly("asked", "asked");
    nurse.does(
        () ->
            timeline()
                .correct(first, NewEntry.of(EntryKind.HANDOVER, "三").asking(), UUID.randomUUID()));
    assertThat(told(doctor)).hasSize(3);
  }

  @Test
  void the_author_hears_of_a_reply_and_nobody_else_does() {
    EntryId question = nurse.writes(person, NewEntry.of(EntryKind.QUESTION, "薬は"));
    EntryId answer = reply(doctor, question, NewEntry.of(EntryKind.NOTE, "半分に"));
    assertThat(told(nurse)).containsExactly("replied");
    assertThat(told(colleague)).isEmpty();
    assertThat(told(doctor)).containsExactly("written");
    reply(nurse, answer, NewEntry.of(EntryKind.NOTE, "わかりました"));
    assertThat(told(doctor)).containsExactlyInAnyOrder("replied", "written");
    assertThat(told(nurse)).as("not of one's own reply").containsExactly("replied");
    reply(doctor, question, NewEntry.of(EntryKind.NOTE, "夜も").asking());
    assertThat(told(nurse)).containsExactlyInAnyOrder("asked", "replied", "replied");
    assertThat(told(colleague)).as("the inbox of her office").containsExactly("asked");
  }

  @Test
  void what_is_sent_twice_is_told_once() {
    UUID key = UUID.randomUUID();
    NewEntry entry = NewEntry.of(EntryKind.NOTE, "一").asking();
    nurse.does(() -> timeline().write(person, entry, key));
    nurse.does(() -> timeline().write(person, entry, key));
    assertThat(told(doctor)).containsExactly("asked");
  }

  @Test
  void a_notice_names_the_office_and_nothing_of_the_person_or_the_text() {
    EntryId entry = nurse.writes(person, NewEntry.of(EntryKind.NOTE, "転倒あり").asking());
    nurse.writes(person, "ふだんの記録");
    reply(doctor, entry, NewEntry.of(EntryKind.NOTE, "診ます"));
    for (Somebody reader : List.of(doctor, nurse)) {
      for (Notice notice : notices(reader)) {
        for (Locale locale : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
          assertThat(House.bean(SaidWords.class).sentence(notice, locale))
              .contains("枕元の事業所")
              .doesNotContain("花子", "ハナコ", "転倒", "診ます", "ふだん", person.toString());
        }
      }
    }
  }

  @Test
  void everybody_chooses_how_they_are_told_and_replies_come_at_once_unless_they_do() {
    Map<String, How> usual =
        Map.of(
            "record.notice.replied", How.NOW,
            "record.notice.asked", How.NOW,
            "record.notice.written", How.DIGEST);
    assertThat(House.bean(NoticeBox.class).kinds())
        .filteredOn(kind -> usual.containsKey(kind.code()))
        .hasSize(3)
        .allSatisfy(kind -> assertThat(kind.how()).isEqualTo(usual.get(kind.code())))
        .noneMatch(NoticeKind::compulsory);
    Bedside.givePassword(doctor);
    assertThat(Visitor.signedIn(doctor.login(), Bedside.PASSWORD).get("/settings/notices").body())
        .contains("自分の記録への返信", "確認希望の記録", "担当している方の新しい記録");
  }

  @Test
  void the_wish_for_confirmation_shows_until_the_reader_has_confirmed() {
    Bedside.givePassword(nurse);
    Bedside.givePassword(doctor);
    Visitor writer = Visitor.signedIn(nurse.login(), Bedside.PASSWORD);
    String page = "/persons/" + person + "/timeline";
    assertThat(writer.get(page).body()).contains("確認してほしい");
    writer.upload(
        page, Map.of("text", "転倒あり", "asks", "true", "key", UUID.randomUUID().toString()));
    Visitor reader = Visitor.signedIn(doctor.login(), Bedside.PASSWORD);
    assertThat(reader.get(page).body()).contains(">確認希望<");
    EntryId entry = doctor.reads(person).getFirst().id();
    reader.post(page + "/entries/" + entry + "/confirm", Map.of());
    assertThat(reader.get(page).body()).doesNotContain(">確認希望<").contains("転倒あり");
    assertThat(writer.get(page).body()).contains(">確認希望<");
  }
}
