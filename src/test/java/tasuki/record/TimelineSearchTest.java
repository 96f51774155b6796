package tasuki.record;

import static org.assertj.core.api.Assertions.assertThat;
import static tasuki.record.Bedside.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.identity.Accounts;
import tasuki.identity.Profession;
import tasuki.kernel.Actor;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.record.Bedside.Somebody;

/** How one finds something in a timeline: by words, page by page, by kind and day. */
class TimelineSearchTest {

  private final Somebody nurse = Bedside.nurse();

  private final Somebody doctor = Bedside.doctor();

  private final PersonId person = Bedside.personOf(nurse);

  private UUID doctorJoins() {
    return Bedside.letIn(nurse, person, doctor, TeamRole.ATTENDING_DOCTOR);
  }

  @Test
  void search_knows_no_width_kana_or_case_and_stays_with_the_person() {
    PersonId other = Bedside.personOf(nurse);
    nurse.writes(other, "ﾜｰﾌｧﾘﾝを中止");
    nurse.writes(person, "ﾜｰﾌｧﾘﾝを３ｍｇに減量しました");
    nurse.writes(person, "変わりありません。100%です");
    for (String asked : List.of("わーふぁりん", "ワーファリン", "ﾜｰﾌｧﾘﾝ", "3MG", "３ｍｇ 減量")) {
      assertThat(found(asked)).as(asked).hasSize(1).allMatch(text -> text.contains("減量"));
    }
    assertThat(found("ワーファリン 変わりありません")).isEmpty();
    assertThat(found("0%で")).hasSize(1);
    assertThat(found("%")).as("a percent sign is a letter").hasSize(1);
    assertThat(found("_")).isEmpty();
  }

  @Test
  void search_finds_a_call_and_a_reply_by_their_words() {
    EntryId call =
        nurse.writes(person, NewEntry.of(new Call(Call.Called.FAMILY, Call.Outcome.CALLS_BACK)));
    nurse.does(() -> timeline().reply(call, NewEntry.of(EntryKind.NOTE, "長女から折り返しあり"), key()));
    assertThat(
            nurse.does(
                () ->
                    timeline().entries(person, TimelineFilter.words("ご家族 長女"), null, 10).entries()))
        .singleElement()
        .satisfies(entry -> assertThat(entry.id()).isEqualTo(call));
  }

  @Test
  void pages_go_on_where_the_last_one_ended_though_new_entries_arrive() {
    for (int number = 1; number <= 7; number++) {
      nurse.writes(person, "記録" + number);
    }
    TimelinePage first = nurse.does(() -> timeline().entries(person, TimelineFilter.ALL, null, 3));
    nurse.writes(person, "割り込み");
    TimelinePage second =
        nurse.does(
            () ->
                timeline()
                    .entries(
                        person,
                        TimelineFilter.ALL,
                        TimelinePage.Key.parse(Objects.requireNonNull(first.next()).text())
                            .orElseThrow(),
                        3));
    assertThat(first.entries()).extracting(Entry::text).containsExactly("記録7", "記録6", "記録5");
    assertThat(second.entries()).extracting(Entry::text).containsExactly("記録4", "記録3", "記録2");
    assertThat(TimelinePage.Key.parse("99999999999999999_x")).isEmpty();
  }

  @Test
  void unread_counts_what_others_wrote_and_was_not_confirmed() {
    doctorJoins();
    EntryId one = nurse.writes(person, "一");
    nurse.writes(person, "二");
    doctor.writes(person, "自分の");
    var viewer =
        House.as(
            Actor.NOBODY,
            () ->
                House.bean(Accounts.class)
                    .viewer(doctor.account(), doctor.organization())
                    .orElseThrow());
    assertThat(doctor.does(() -> timeline().unread(person, viewer))).isEqualTo(2);
    doctor.run(() -> timeline().confirm(one));
    assertThat(doctor.does(() -> timeline().unread(person, viewer))).isEqualTo(1);
  }

  @Test
  void entries_are_narrowed_by_kind_profession_and_day() {
    doctorJoins();
    nurse.writes(person, NewEntry.of(EntryKind.VISIT, "訪問"));
    doctor.writes(person, "診察");
    assertThat(narrowed(Set.of(EntryKind.VISIT), Set.of())).containsExactly("訪問");
    assertThat(narrowed(Set.of(), Set.of(Profession.DOCTOR))).containsExactly("診察");
    LocalDate longAgo = LocalDate.of(2020, 1, 1);
    assertThat(
            nurse.does(
                () ->
                    timeline()
                        .entries(person, TimelineFilter.days(longAgo, longAgo), null, 10)
                        .entries()))
        .isEmpty();
  }

  private List<String> narrowed(Set<EntryKind> kinds, Set<Profession> professions) {
    TimelineFilter filter = new TimelineFilter(kinds, professions, "", null, null);
    return nurse.does(() -> timeline().entries(person, filter, null, 10).entries()).stream()
        .map(Entry::text)
        .toList();
  }

  private List<String> found(String asked) {
    return nurse
        .does(() -> timeline().entries(person, TimelineFilter.words(asked), null, 10).entries())
        .stream()
        .map(Entry::text)
        .toList();
  }

  private static UUID key() {
    return UUID.randomUUID();
  }
}
