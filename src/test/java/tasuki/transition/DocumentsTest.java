package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.form.Audience;
import tasuki.form.FormDefinitions;
import tasuki.form.FormReading;
import tasuki.form.FormValues;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;
import tasuki.person.CareLevel;
import tasuki.person.PersonId;
import tasuki.transition.document.Document;
import tasuki.transition.document.DocumentId;
import tasuki.transition.document.DocumentState;
import tasuki.transition.document.Documents;
import tasuki.transition.document.Drafts;

/** Forms on their way from one side to the other, and what two writers of one draft keep. */
class DocumentsTest {

  private static final String FORM = FormDefinitions.ADMISSION_INFORMATION;
  private static final String RECORD = FormDefinitions.DISCHARGE_RECORD;

  private static final Scene.Staff manager =
      Scene.staff(OrganizationKind.CARE_MANAGEMENT_OFFICE, null);
  private static final Scene.Staff colleague =
      Scene.colleague(manager.organization(), manager.duty());
  private static final Scene.Staff nurse = Scene.staff(OrganizationKind.HOSPITAL, null);
  private static final Scene.Staff stranger = Scene.staff(OrganizationKind.HOSPITAL, null);

  private static Drafts drafts() {
    return House.bean(Drafts.class);
  }

  private static Documents documents() {
    return House.bean(Documents.class);
  }

  private static StayId admitted(CareLevel level) {
    PersonId person = Scene.client(manager, level);
    return Scene.admitted(manager, person, nurse.organization(), Scene.today());
  }

  private static DocumentId opened(StayId stay, String form) {
    return manager.does(() -> drafts().open(stay, form, UUID.randomUUID()));
  }

  private static DocumentId sent(StayId stay, FormValues answers) {
    DocumentId id = opened(stay, FORM);
    manager.does(() -> drafts().fill(id, answers));
    FormReading reading = manager.does(() -> drafts().send(id, Mode.SYSTEM, UUID.randomUUID()));
    assertThat(reading.errors()).isEmpty();
    return id;
  }

  private static FormValues said(String... itemsAndAnswers) {
    FormValues values = FormValues.EMPTY;
    for (int at = 0; at < itemsAndAnswers.length; at += 2) {
      values = values.with(itemsAndAnswers[at], itemsAndAnswers[at + 1]);
    }
    return values;
  }

  private static FormValues read(Scene.Staff who, DocumentId id) {
    return who.does(() -> documents().values(id, Audience.PROFESSIONAL));
  }

  @Test
  void a_draft_begins_with_what_is_known() {
    StayId stay = admitted(CareLevel.CARE_3);
    FormValues begun = read(manager, opened(stay, FORM));
    assertThat(begun.first("name").orElse("")).startsWith("架空 入院");
    assertThat(begun.first("care-level")).contains("23");
    assertThat(begun.first("certification")).contains("1");
    assertThat(begun.first("admitted-on")).contains(Scene.today().toString());
    assertThat(begun.first("hospital").orElse("")).startsWith("架空");
    assertThat(begun.first("care-manager").orElse("")).contains(manager.login());
  }

  @Test
  void a_second_beginning_goes_on_with_the_open_draft() {
    StayId stay = admitted(CareLevel.CARE_2);
    assertThat(opened(stay, FORM)).isEqualTo(opened(stay, FORM));
  }

  @Test
  void sending_meets_the_clock_and_the_hospitals_word_makes_it_both_sided() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id = sent(stay, said("move", "1"));
    StayFacts facts = House.bean(StayFacts.class);
    assertThat(manager.does(() -> facts.admissionFee(stay)).grade()).isEqualTo("1");
    assertThat(manager.does(() -> documents().find(id)).state()).isEqualTo(DocumentState.SENT);
    assertThat(nurse.does(() -> documents().waiting())).extracting(Document::id).contains(id);
    nurse.does(() -> documents().receive(id, UUID.randomUUID()));
    assertThat(nurse.does(() -> documents().waiting())).extracting(Document::id).doesNotContain(id);
    assertThat(manager.does(() -> documents().find(id)).state()).isEqualTo(DocumentState.RECEIVED);
    nurse.does(() -> documents().read(id, UUID.randomUUID()));
    assertThat(manager.does(() -> documents().find(id)).state()).isEqualTo(DocumentState.READ);
    List<Step> log = manager.does(() -> facts.of(stay)).log();
    Step form = log.stream().filter(step -> step.kind() == StepKind.FORM_SENT).findFirst().get();
    assertThat(Evidence.of(form, log, true, true)).isEqualTo(Evidence.BOTH);
    assertThat(log.stream().filter(step -> step.kind() == StepKind.FORM_RECEIVED)).hasSize(1);
    assertThat(log.stream().filter(step -> step.kind() == StepKind.READ)).hasSize(1);
  }

  @Test
  void sending_twice_sends_once() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id = sent(stay, FormValues.EMPTY);
    manager.does(() -> drafts().send(id, Mode.SYSTEM, UUID.randomUUID()));
    assertThat(manager.does(() -> House.bean(StayFacts.class).of(stay)).log())
        .filteredOn(step -> step.kind() == StepKind.FORM_SENT)
        .hasSize(1);
  }

  @Test
  void an_incomplete_form_is_not_sent_and_says_where() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id = opened(stay, FORM);
    FormValues begun = read(manager, id);
    manager.does(
        () -> drafts().save(id, 0, begun.with("name", List.of()).with("birth", "R8.13.1")));
    FormReading reading = manager.does(() -> drafts().send(id, Mode.SYSTEM, UUID.randomUUID()));
    assertThat(reading.errors())
        .extracting(problem -> problem.field())
        .containsExactly("i-name", "i-birth");
    assertThat(manager.does(() -> documents().find(id)).draft()).isTrue();
    assertThat(read(manager, id).first("birth")).contains("R8.13.1");
  }

  @Test
  void a_draft_is_the_offices_own_until_it_is_sent_and_a_sent_form_never_changes() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId draft = opened(stay, FORM);
    assertThat(colleague.does(() -> documents().find(draft)).draft()).isTrue();
    assertThatThrownBy(() -> nurse.does(() -> documents().find(draft)))
        .isInstanceOf(AbsentException.class);
    DocumentId form = sent(stay, said("life", "大工"));
    assertThat(form).isEqualTo(draft);
    assertThat(read(nurse, form).first("life")).contains("大工");
    assertThatThrownBy(() -> stranger.does(() -> documents().find(form)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> manager.does(() -> drafts().fill(form, said("life", "船大工"))))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void the_next_form_begins_with_the_last_and_marks_only_what_changed() {
    StayId stay = admitted(CareLevel.CARE_2);
    sent(stay, said("life", "大工", "move", "1", "meals", "1"));
    DocumentId next = opened(stay, FORM);
    assertThat(read(manager, next).first("life")).contains("大工");
    manager.does(() -> drafts().fill(next, said("move", "3")));
    Document draft = manager.does(() -> documents().find(next));
    assertThat(manager.does(() -> drafts().changedSoFar(draft))).containsExactly("move");
  }

  @Test
  void a_revision_is_a_new_form_beside_the_sent_one() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId first = sent(stay, said("life", "大工"));
    DocumentId second = manager.does(() -> drafts().revise(first, UUID.randomUUID()));
    manager.does(() -> drafts().fill(second, said("life", "船大工")));
    manager.does(() -> drafts().send(second, Mode.SYSTEM, UUID.randomUUID()));
    assertThat(read(nurse, first).first("life")).contains("大工");
    assertThat(read(nurse, second).first("life")).contains("船大工");
    assertThat(nurse.does(() -> documents().find(second)).revises()).isEqualTo(first);
  }

  @Test
  void two_who_write_one_draft_lose_nothing() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id = opened(stay, FORM);
    FormValues page = read(manager, id);
    Drafts.Saved first =
        manager.does(() -> drafts().save(id, 0, page.with("life", "大工").with("interests", "囲碁")));
    assertThat(first.edition()).isEqualTo(1);
    Drafts.Saved second =
        colleague.does(
            () -> drafts().save(id, 0, page.with("life", "漁師").with("services", "通所介護")));
    assertThat(second.conflicts()).isEqualTo(Map.of("life", List.of("大工")));
    assertThat(second.others()).isEqualTo(Map.of("interests", List.of("囲碁")));
    FormValues now = read(manager, id);
    assertThat(now.first("life")).contains("大工");
    assertThat(now.first("interests")).contains("囲碁");
    assertThat(now.first("services")).contains("通所介護");
    Drafts.Saved decided =
        colleague.does(() -> drafts().save(id, second.edition(), now.with("life", "大工、のち漁師")));
    assertThat(decided.conflicts()).isEmpty();
    assertThat(read(manager, id).first("life")).contains("大工、のち漁師");
  }

  @Test
  void what_one_empties_the_other_does_not_fill_again_with_an_old_page() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id = opened(stay, FORM);
    manager.does(() -> drafts().fill(id, said("life", "大工")));
    FormValues page = read(manager, id);
    manager.does(() -> drafts().save(id, 1, page.with("life", List.of())));
    Drafts.Saved stale = colleague.does(() -> drafts().save(id, 1, page.with("move", "2")));
    assertThat(stale.others()).isEqualTo(Map.of("life", List.of()));
    assertThat(read(manager, id).items()).contains("move").doesNotContain("life");
  }

  @Test
  void a_hidden_item_is_released_by_the_author_alone_and_with_a_reason() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id = sent(stay, said("requirements", "夜間の見守り", "carers-ability", "3"));
    assertThat(manager.does(() -> documents().values(id, Audience.PERSON)).items())
        .doesNotContain("requirements", "carers-ability");
    assertThatThrownBy(() -> nurse.does(() -> documents().release(id, "requirements", "本人の希望")))
        .isInstanceOf(RefusedException.class);
    manager.does(() -> documents().release(id, "requirements", "本人の希望"));
    assertThat(manager.does(() -> documents().values(id, Audience.PERSON)).items())
        .contains("requirements")
        .doesNotContain("carers-ability");
    assertThat(manager.does(() -> documents().values(id, Audience.FAX)).items())
        .doesNotContain("carers-ability");
  }

  @Test
  void hearings_of_the_log_stand_in_the_record_and_the_hospitals_half_is_no_hearing() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId half = nurse.does(() -> drafts().open(stay, RECORD, UUID.randomUUID()));
    nurse.does(() -> drafts().fill(half, said("cause", "大腿骨頸部骨折", "illness-1", "骨折")));
    nurse.does(() -> drafts().send(half, Mode.SYSTEM, UUID.randomUUID()));
    assertThat(manager.does(() -> House.bean(StayFacts.class).dischargeFee(stay)).grade()).isNull();
    DocumentId record = opened(stay, RECORD);
    assertThat(read(manager, record).first("cause")).contains("大腿骨頸部骨折");
    assertThat(read(manager, record).first("hearing-1-on")).isEmpty();
    manager.does(
        () ->
            Scene.stays()
                .log(
                    stay,
                    new NewStep(
                        StepKind.CONFERENCE,
                        Scene.today(),
                        null,
                        Mode.MEETING,
                        "架空 看護師",
                        List.of(Profession.NURSE, Profession.PHYSIOTHERAPIST),
                        null),
                    UUID.randomUUID()));
    manager.does(() -> drafts().hear(record));
    FormValues heard = read(manager, record);
    assertThat(heard.first("hearing-1-on")).contains(Scene.today().toString());
    assertThat(heard.first("hearing-1-mode")).contains("1");
    assertThat(heard.all("hearing-1-professions")).containsExactly("040", "080");
    assertThat(heard.first("hearing-1-names")).contains("架空 看護師");
    assertThat(heard.first("hearing-1-conference")).contains("1");
    StayFacts.Fee fee = manager.does(() -> House.bean(StayFacts.class).dischargeFee(stay));
    assertThat(fee.grade()).isEqualTo("1ロ");
    assertThat(fee.evidence()).hasSize(1);
  }

  @Test
  void the_hospital_does_not_write_the_care_managers_form() {
    StayId stay = admitted(CareLevel.CARE_2);
    assertThatThrownBy(() -> nurse.does(() -> drafts().open(stay, FORM, UUID.randomUUID())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void paper_that_the_hospital_files_is_logged_as_received_when_it_came() {
    StayId stay = admitted(CareLevel.CARE_2);
    DocumentId id =
        nurse.does(
            () ->
                drafts()
                    .file(
                        stay,
                        FORM,
                        new Drafts.Paper(Scene.today(), null, Mode.FAX, Set.of()),
                        UUID.randomUUID()));
    nurse.does(() -> drafts().send(id, Mode.FAX, UUID.randomUUID()));
    Document filed = nurse.does(() -> documents().find(id));
    assertThat(filed.paper()).isTrue();
    assertThat(filed.sentAt()).isBeforeOrEqualTo(OffsetDateTime.now(ZoneOffset.UTC));
    assertThat(nurse.does(() -> House.bean(StayFacts.class).of(stay)).log())
        .filteredOn(step -> step.kind() == StepKind.FORM_RECEIVED)
        .singleElement()
        .satisfies(step -> assertThat(step.mode()).isEqualTo(Mode.FAX));
  }

  @Test
  void persons_at_support_level_have_no_fee() {
    StayId stay = admitted(CareLevel.SUPPORT_1);
    sent(stay, FormValues.EMPTY);
    assertThat(manager.does(() -> House.bean(StayFacts.class).admissionFee(stay)).grade()).isNull();
  }
}
