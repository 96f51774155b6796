package tasuki.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tasuki.record.Bedside.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.House;
import tasuki.directory.OrganizationId;
import tasuki.file.FileId;
import tasuki.identity.Duty;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.person.PersonId;
import tasuki.person.TeamRole;
import tasuki.record.Bedside.Somebody;

/** Who reads what of a timeline, and what becomes of what was written. */
class TimelineTest {

  private final Somebody nurse = Bedside.nurse();

  private final Somebody doctor = Bedside.doctor();

  private final PersonId person = Bedside.personOf(nurse);

  private UUID doctorJoins() {
    return Bedside.letIn(nurse, person, doctor, TeamRole.ATTENDING_DOCTOR);
  }

  @Test
  void the_team_reads_what_the_nurse_wrote_and_nobody_else_does() {
    EntryId entry = nurse.writes(person, "左かかとに発赤があります");
    assertThatThrownBy(() -> doctor.reads(person)).isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> doctor.does(() -> timeline().entry(entry)))
        .isInstanceOf(AbsentException.class);
    assertThat(rowsSeenBy(doctor)).isZero();
    doctorJoins();
    assertThat(doctor.reads(person))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.text()).isEqualTo("左かかとに発赤があります");
              Entry.Author author = Objects.requireNonNull(read.author());
              assertThat(author.name()).isEqualTo(nurse.name());
              assertThat(author.profession()).isEqualTo(Profession.NURSE);
              assertThat(read.mine()).isFalse();
            });
  }

  @Test
  void whoever_left_reads_the_own_entries_and_no_others() {
    UUID place = doctorJoins();
    nurse.writes(person, "看護師の記録");
    EntryId own = doctor.writes(person, "医師の記録");
    Bedside.leaves(nurse, place);
    nurse.writes(person, "そのあとの記録");
    assertThat(doctor.reads(person)).extracting(Entry::text).containsExactly("医師の記録");
    assertThatThrownBy(() -> doctor.writes(person, "まだ書く")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> doctor.run(() -> timeline().pin(own)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_correction_keeps_the_old_text_and_asks_for_confirmation_again() {
    doctorJoins();
    EntryId wrong = nurse.writes(person, "体温 73.5 度");
    doctor.run(() -> timeline().confirm(wrong));
    doctor.does(() -> timeline().reply(wrong, NewEntry.of(EntryKind.NOTE, "高すぎませんか"), key()));
    EntryId right =
        nurse.does(
            () -> timeline().correct(wrong, NewEntry.of(EntryKind.NOTE, "体温 37.5 度"), key()));
    assertThat(doctor.reads(person))
        .singleElement()
        .satisfies(
            now -> {
              assertThat(now.id()).isEqualTo(right);
              assertThat(now.text()).isEqualTo("体温 37.5 度");
              assertThat(now.earlier()).extracting(Entry::text).containsExactly("体温 73.5 度");
              assertThat(now.replies()).extracting(Entry::text).containsExactly("高すぎませんか");
              assertThat(now.confirmed()).isFalse();
            });
    assertThatThrownBy(
            () ->
                nurse.does(
                    () -> timeline().correct(wrong, NewEntry.of(EntryKind.NOTE, "別の訂正"), key())))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void replies_before_and_after_two_corrections_stand_under_one_entry() {
    doctorJoins();
    EntryId first = nurse.writes(person, "一");
    doctor.does(() -> timeline().reply(first, NewEntry.of(EntryKind.NOTE, "返一"), key()));
    EntryId second =
        nurse.does(() -> timeline().correct(first, NewEntry.of(EntryKind.NOTE, "二"), key()));
    doctor.does(() -> timeline().reply(second, NewEntry.of(EntryKind.NOTE, "返二"), key()));
    EntryId third =
        nurse.does(() -> timeline().correct(second, NewEntry.of(EntryKind.NOTE, "三"), key()));
    EntryId answer =
        doctor.does(() -> timeline().reply(third, NewEntry.of(EntryKind.NOTE, "返三"), key()));
    doctor.does(() -> timeline().correct(answer, NewEntry.of(EntryKind.NOTE, "返四"), key()));
    Entry now = nurse.reads(person).getFirst();
    assertThat(now.text()).isEqualTo("三");
    assertThat(now.earlier()).extracting(Entry::text).containsExactly("二", "一");
    assertThat(now.replies()).extracting(Entry::text).containsExactly("返一", "返二", "返四");
    assertThat(nurse.does(() -> timeline().entry(first)).id()).isEqualTo(third);
  }

  @Test
  void only_the_author_puts_an_entry_right() {
    doctorJoins();
    EntryId entry = nurse.writes(person, "看護師の記録");
    assertThatThrownBy(
            () ->
                doctor.does(
                    () -> timeline().correct(entry, NewEntry.of(EntryKind.NOTE, "改ざん"), key())))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> doctor.run(() -> rawCorrection(entry)))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void confirming_twice_is_confirming_once_and_names_the_reader() {
    doctorJoins();
    EntryId entry = nurse.writes(person, "ご確認ください");
    doctor.run(() -> timeline().confirm(entry));
    doctor.run(() -> timeline().confirm(entry));
    nurse.run(() -> timeline().confirm(entry));
    assertThat(nurse.reads(person).getFirst().receipts())
        .extracting(Entry.Receipt::name)
        .containsExactly(doctor.name());
  }

  @Test
  void what_a_phone_sends_twice_at_the_same_moment_is_written_once() throws Exception {
    UUID key = UUID.randomUUID();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService phones = Executors.newFixedThreadPool(2)) {
      List<Future<EntryId>> sent =
          List.of(phones.submit(() -> send(key, start)), phones.submit(() -> send(key, start)));
      start.countDown();
      assertThat(sent.get(0).get()).isEqualTo(sent.get(1).get());
    }
    assertThat(nurse.reads(person)).hasSize(1);
    EntryId other =
        nurse.does(() -> timeline().write(person, NewEntry.of(EntryKind.NOTE, "別の文"), key));
    assertThat(nurse.reads(person)).as("another text is another entry").hasSize(2);
    assertThat(other).isNotNull();
  }

  private EntryId send(UUID key, CountDownLatch start) throws InterruptedException {
    start.await();
    return nurse.does(() -> timeline().write(person, NewEntry.of(EntryKind.NOTE, "二度送った"), key));
  }

  @Test
  void nobody_writes_in_anothers_name() {
    doctorJoins();
    assertThatThrownBy(
            () ->
                House.as(
                    doctor.actor(),
                    () ->
                        House.bean(JdbcClient.class)
                            .sql(
                                """
                                insert into record.entry (id, person, kind, text, account,
                                  organization, occurred_at, written_at, searchable)
                                values (uuidv7(), ?, 'NOTE', 'x', ?, ?, now(), now(), 'x')
                                """)
                            .params(
                                person.value(),
                                nurse.account().value(),
                                nurse.organization().value())
                            .update()))
        .isInstanceOf(DataAccessException.class)
        .hasRootCauseMessage("ERROR: permission denied for table entry");
    assertThatThrownBy(
            () ->
                House.as(
                    nurse.actor(),
                    () ->
                        House.bean(JdbcClient.class)
                            .sql("update record.entry set text = 'x' where person = ?")
                            .param(person.value())
                            .update()))
        .as("not even one's own entry is changed")
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void nobody_attaches_anothers_file_to_read_it() {
    Somebody stranger = Bedside.nurse();
    PersonId theirs = Bedside.personOf(stranger);
    FileId file = nurse.stores(Bedside.JPEG, "かかと.jpg");
    nurse.writes(person, NewEntry.of(EntryKind.NOTE, "写真").with(List.of(file)));
    assertThatThrownBy(
            () -> stranger.writes(theirs, NewEntry.of(EntryKind.NOTE, "盗み見").with(List.of(file))))
        .isInstanceOf(DataAccessException.class);
    assertThat(stranger.reads(theirs)).isEmpty();
  }

  @Test
  void an_attachment_is_read_by_the_team_and_absent_for_others() throws Exception {
    FileId file = nurse.stores(Bedside.JPEG, "かかと.jpg");
    EntryId entry = nurse.writes(person, NewEntry.of(EntryKind.NOTE, "").with(List.of(file)));
    assertThatThrownBy(() -> doctor.does(() -> timeline().attachment(entry, file)))
        .isInstanceOf(AbsentException.class);
    doctorJoins();
    Timeline.Attachment found = doctor.does(() -> timeline().attachment(entry, file));
    try (var bytes = found.bytes()) {
      assertThat(bytes.readAllBytes()).isEqualTo(Bedside.JPEG);
    }
    assertThat(doctor.reads(person).getFirst().files())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo("かかと.jpg"));
  }

  @Test
  void at_most_five_entries_are_pinned_and_a_correction_stays_pinned() {
    List<EntryId> written =
        List.of("一", "二", "三", "四", "五", "六").stream()
            .map(text -> nurse.writes(person, text))
            .toList();
    written.subList(0, 5).forEach(id -> nurse.run(() -> timeline().pin(id)));
    nurse.run(() -> timeline().pin(written.getFirst()));
    assertThatThrownBy(() -> nurse.run(() -> timeline().pin(written.getLast())))
        .isInstanceOf(RefusedException.class);
    nurse.run(() -> timeline().unpin(written.get(1)));
    nurse.run(() -> timeline().pin(written.getLast()));
    EntryId right =
        nurse.does(
            () ->
                timeline().correct(written.getLast(), NewEntry.of(EntryKind.NOTE, "六の訂正"), key()));
    assertThat(nurse.does(() -> timeline().pinned(person)))
        .hasSize(5)
        .first()
        .satisfies(entry -> assertThat(entry.id()).isEqualTo(right));
  }

  @Test
  void the_family_reads_what_is_meant_for_it_and_writes_nothing() {
    OrganizationId families = Bedside.families();
    Somebody daughter = Bedside.somebody(families, Profession.NONE, Duty.FAMILY);
    Somebody strangersSon = Bedside.somebody(families, Profession.NONE, Duty.FAMILY);
    EntryId secret = nurse.writes(person, "ご家族の介護力に不安があります");
    EntryId open = nurse.writes(person, NewEntry.of(EntryKind.NOTE, "よく眠れています").forFamilyToo());
    FileId hidden = nurse.stores(Bedside.JPEG, "住まい.jpg");
    EntryId picture = nurse.writes(person, NewEntry.of(EntryKind.NOTE, "写真").with(List.of(hidden)));
    nurse.does(() -> timeline().reply(open, NewEntry.of(EntryKind.NOTE, "職員どうしの返信"), key()));
    Bedside.letIn(nurse, person, daughter, TeamRole.FAMILY);
    assertThat(daughter.reads(person))
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.text()).isEqualTo("よく眠れています");
              assertThat(read.replies()).isEmpty();
            });
    assertThatThrownBy(() -> daughter.does(() -> timeline().entry(secret)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> daughter.does(() -> timeline().attachment(picture, hidden)))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> daughter.writes(person, "家族から")).isInstanceOf(AbsentException.class);
    assertThatThrownBy(() -> daughter.run(() -> timeline().confirm(open)))
        .isInstanceOf(AbsentException.class);
    assertThat(
            daughter.does(
                () -> timeline().entries(person, TimelineFilter.words("介護力"), null, 10).entries()))
        .isEmpty();
    assertThatThrownBy(() -> strangersSon.reads(person)).isInstanceOf(AbsentException.class);
    assertThat(rowsSeenBy(strangersSon)).isZero();
  }

  @Test
  void what_tasuki_says_is_read_in_the_readers_language_also_when_a_job_said_it() {
    List<Object> arguments = List.of("夜", LocalDate.of(2026, 11, 24));
    nurse.does(
        () -> timeline().note(person, EntryKind.NOTICE, "record.line", both(arguments), null));
    Acting.run(
        new Actor.Job("test"),
        () ->
            new TransactionTemplate(House.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                    _ ->
                        timeline()
                            .note(
                                person,
                                EntryKind.TRANSITION,
                                "record.line",
                                both(arguments),
                                person.value())));
    EntryViews views = House.bean(EntryViews.class);
    assertThat(nurse.reads(person))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.author()).isNull();
              assertThat(entry.mine()).isFalse();
              assertThat(views.text(entry, Locale.JAPANESE)).isEqualTo("夜 11/24(火):記録");
              assertThat(views.text(entry, Locale.ENGLISH)).isEqualTo("夜 Tue 24 Nov: Note");
            });
  }

  private static List<Object> both(List<Object> first) {
    return List.of(first.get(0), first.get(1), new Timeline.Word("record.kind.NOTE"));
  }

  @Test
  void nothing_is_written_about_the_future_and_an_empty_entry_is_none() {
    NewEntry tomorrow =
        new NewEntry(
            EntryKind.NOTE, "あす", null, false, false, Instant.now().plusSeconds(86_400), List.of());
    assertThatThrownBy(() -> nurse.writes(person, tomorrow)).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> nurse.writes(person, "  ")).isInstanceOf(RefusedException.class);
  }

  private int rowsSeenBy(Somebody somebody) {
    return House.as(
        somebody.actor(),
        () ->
            House.bean(JdbcClient.class)
                .sql("select count(*) from record.entry where person = ?")
                .param(person.value())
                .query(Integer.class)
                .single());
  }

  private void rawCorrection(EntryId wrong) {
    new TransactionTemplate(House.bean(PlatformTransactionManager.class))
        .executeWithoutResult(
            _ ->
                House.bean(JdbcClient.class)
                    .sql(
                        """
                        insert into record.entry (id, person, kind, text, corrects, origin,
                          occurred_at, written_at, searchable)
                        values (uuidv7(), :person, 'NOTE', 'x', :wrong, :wrong, now(), now(), 'x')
                        """)
                    .param("person", person.value())
                    .param("wrong", wrong.value())
                    .update());
  }

  private static UUID key() {
    return UUID.randomUUID();
  }
}
