package tasuki.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.House;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Actor;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;

/** 人生会議: what somebody wants, conversation by conversation. */
class ConversationsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final Conversations conversations = House.bean(Conversations.class);
  private final Neighbourhood.Staff doctor = Neighbourhood.staff(OrganizationKind.CLINIC);
  private final PersonId person = Neighbourhood.registered(doctor);

  private static NewConversation said(LocalDate held, Wish resuscitation) {
    return said(held, resuscitation, null, null, null);
  }

  private static NewConversation said(
      LocalDate held,
      Wish resuscitation,
      @Nullable String spokenBy,
      @Nullable String reason,
      @Nullable LocalDate next) {
    return new NewConversation(
        held,
        "ご本人、長女",
        spokenBy,
        reason,
        "家で過ごしたい",
        Map.of(Treatment.RESUSCITATION, resuscitation),
        null,
        LastPlace.HOME,
        "架空 長女",
        "長女",
        "000-123-4567",
        "不安がある",
        next);
  }

  private UUID write(Neighbourhood.Staff by, NewConversation said, @Nullable UUID corrects) {
    return by.does(
        () -> conversations.record(person, said, List.of(), corrects, UUID.randomUUID()));
  }

  private List<Conversation> read(Neighbourhood.Staff by) {
    return by.does(() -> conversations.of(person));
  }

  @Test
  void the_latest_conversation_says_what_is_wanted_now_and_the_earlier_ones_stay() {
    write(doctor, said(DAY, Wish.NOT_WANTED), null);
    write(doctor, said(DAY.minusYears(1), Wish.WANTED), null);
    assertThat(read(doctor))
        .extracting(one -> one.said().wishes().get(Treatment.RESUSCITATION))
        .as("by the day of the conversation, not by the day of writing")
        .containsExactly(Wish.NOT_WANTED, Wish.WANTED);
    assertThat(doctor.does(() -> conversations.now(person)).orElseThrow().said().heldOn())
        .isEqualTo(DAY);
  }

  @Test
  void what_was_wrong_is_corrected_once_and_stays_readable_as_corrected() {
    UUID wrong = write(doctor, said(DAY, Wish.WANTED), null);
    write(doctor, said(DAY, Wish.NOT_WANTED), wrong);
    assertThat(read(doctor)).extracting(Conversation::corrected).containsExactly(false, true);
    assertThat(doctor.does(() -> conversations.now(person)).orElseThrow().said().wishes())
        .containsEntry(Treatment.RESUSCITATION, Wish.NOT_WANTED);
    assertThatThrownBy(() -> write(doctor, said(DAY, Wish.UNDECIDED), wrong))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused ->
                assertThat(refused.refused().reason()).isEqualTo("person.refused.wish-corrected"));
    assertThatThrownBy(() -> write(doctor, said(DAY, Wish.UNDECIDED), UUID.randomUUID()))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void the_same_form_sent_twice_is_one_conversation() {
    UUID key = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      doctor.does(() -> conversations.record(person, said(DAY, Wish.WANTED), List.of(), null, key));
    }
    assertThat(read(doctor)).hasSize(1);
  }

  @Test
  void a_rule_passes_what_is_complete_and_says_what_is_missing() {
    assertThat(WishRules.complete(said(DAY, Wish.WANTED), DAY)).isEqualTo(Ruling.ALLOWED);
    assertThat(reason(said(DAY.plusDays(1), Wish.WANTED))).isEqualTo("person.refused.wish-future");
    assertThat(reason(said(DAY, Wish.WANTED, "長女", null, null)))
        .isEqualTo("person.refused.wish-spoken");
    assertThat(reason(said(DAY, Wish.WANTED, "長女", "眠っている", null))).isEmpty();
    assertThat(reason(said(DAY, Wish.WANTED, null, null, DAY)))
        .isEqualTo("person.refused.wish-next");
    assertThat(reason(said(DAY, Wish.WANTED, null, null, DAY.plusDays(90)))).isEmpty();
  }

  private static String reason(NewConversation said) {
    return WishRules.complete(said, DAY) instanceof Ruling.Refused refused ? refused.reason() : "";
  }

  @Test
  void a_living_will_is_read_by_the_team_and_by_nobody_else() {
    FileId paper =
        doctor.does(
            () ->
                House.bean(FileStore.class)
                    .store(
                        new ByteArrayInputStream("%PDF-1.4 架空".getBytes(StandardCharsets.UTF_8)),
                        "希望.pdf",
                        FileStore.MOST_BYTES));
    UUID talk =
        doctor.does(
            () ->
                conversations.record(
                    person, said(DAY, Wish.WANTED), List.of(paper), null, UUID.randomUUID()));
    Neighbourhood.Staff nurse = Neighbourhood.staff(OrganizationKind.VISITING_NURSE_STATION);
    assertThatThrownBy(() -> read(nurse)).isInstanceOf(AbsentException.class);
    Neighbourhood.letIn(doctor, person, nurse);
    assertThat(nurse.does(() -> conversations.open(person, talk, paper.value())).file().name())
        .isEqualTo("希望.pdf");
    Neighbourhood.Staff stranger = Neighbourhood.staff(OrganizationKind.CLINIC);
    assertThatThrownBy(() -> stranger.does(() -> conversations.open(person, talk, paper.value())))
        .isInstanceOf(AbsentException.class);
  }

  @Test
  void the_portal_reads_the_wishes_but_not_what_the_family_thinks_and_writes_nothing() {
    write(doctor, said(DAY, Wish.NOT_WANTED), null);
    Neighbourhood.Staff daughter =
        Neighbourhood.staff(
            House.as(Actor.NOBODY, () -> House.bean(Organizations.class).personAndFamily()),
            Duty.FAMILY);
    doctor.does(
        () -> {
          BasisId basis =
              House.bean(Bases.class)
                  .record(person, NewBasis.ofPerson(BasisKind.WRITTEN_CONSENT, null));
          House.bean(CareTeams.class)
              .join(person, daughter.organization(), daughter.account(), TeamRole.FAMILY, basis);
        });
    assertThat(read(doctor).getFirst().said().family()).isEqualTo("不安がある");
    Conversation seen = read(daughter).getFirst();
    assertThat(seen.said().matters()).isEqualTo("家で過ごしたい");
    assertThat(seen.said().family()).isNull();
    assertThatThrownBy(() -> write(daughter, said(DAY, Wish.WANTED), null))
        .isInstanceOf(RuntimeException.class);
    assertThat(read(doctor)).hasSize(1);
  }

  @Test
  void nobody_corrects_a_conversation_with_somebody_else_not_even_past_the_program() {
    UUID talk = write(doctor, said(DAY, Wish.WANTED), null);
    PersonId other = Neighbourhood.registered(doctor);
    assertThatThrownBy(
            () ->
                doctor.does(
                    () ->
                        conversations.record(
                            other, said(DAY, Wish.WANTED), List.of(), talk, UUID.randomUUID())))
        .isInstanceOf(AbsentException.class);
    assertThatThrownBy(
            () ->
                doctor.does(
                    () ->
                        new TransactionTemplate(House.bean(PlatformTransactionManager.class))
                            .execute(
                                _ ->
                                    House.bean(JdbcClient.class)
                                        .sql(
                                            """
                                            insert into person.conversation (id, person, held_on,
                                              present, matters, wishes, corrects, at)
                                            values (gen_random_uuid(), ?, '2026-01-01', '横', '横',
                                              '{}', ?, now())
                                            """)
                                        .params(other.value(), talk)
                                        .update())))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("corrects_the_same");
  }
}
