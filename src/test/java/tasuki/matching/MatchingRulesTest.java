package tasuki.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.form.FormValues;
import tasuki.form.Question;
import tasuki.form.Words;
import tasuki.kernel.Ruling;
import tasuki.person.Person;
import tasuki.person.PersonId;
import tasuki.person.Sex;

/** Every rule of matching with a case that passes and the cases that are refused. */
class MatchingRulesTest {

  private static final Person PERSON =
      new Person(
          new PersonId(UUID.randomUUID()),
          "見本",
          "花子",
          "ミホン",
          "ハナコ",
          Sex.FEMALE,
          LocalDate.of(1937, 3, 4),
          false,
          null,
          null,
          0);

  private static String reason(Ruling ruling) {
    return ruling instanceof Ruling.Refused refused ? refused.reason() : "";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "見本さんは歩けません",
        "花子 さんの様子",
        "ﾐﾎﾝさん",
        "みほんさん",
        "見 本 花 子",
        "連絡は090-1234-5678へ",
        "０３−１２３４−５６７８"
      })
  void a_card_that_names_the_person_in_any_spelling_is_refused(String words) {
    assertThat(reason(Nameless.check(card(words, ""), FitTest.says(Second.NONE, 16), PERSON)))
        .isIn("matching.refused.names", "matching.refused.telephone");
  }

  @Test
  void names_are_found_in_the_answers_too_and_plain_words_pass() {
    KindDefinition says = with(question(Question.Kind.TEXT));
    assertThat(reason(Nameless.check(card("歩けません", "見本さん"), says, PERSON)))
        .isEqualTo("matching.refused.names");
    assertThat(Nameless.check(card("2026年4月から1日3回、90mLの栄養", "胃ろう"), says, PERSON))
        .isEqualTo(Ruling.ALLOWED);
  }

  @Test
  void a_name_of_one_letter_is_not_looked_for_alone() {
    Person hayashi =
        new Person(
            PERSON.id(),
            "林",
            "花子",
            "ハヤシ",
            "ハナコ",
            Sex.FEMALE,
            PERSON.birthDate(),
            false,
            null,
            null,
            0);
    KindDefinition says = FitTest.says(Second.NONE, 16);
    assertThat(Nameless.check(card("森林の近くの家です", ""), says, hayashi)).isEqualTo(Ruling.ALLOWED);
    assertThat(reason(Nameless.check(card("林花子さん", ""), says, hayashi)))
        .isEqualTo("matching.refused.names");
  }

  private static Card card(String situation, String answer) {
    return new Card(
        "99101",
        8,
        Sex.FEMALE,
        null,
        FitTest.CARD.needs(),
        FitTest.CARD.halfDays(),
        false,
        situation,
        FormValues.of(Map.of("q1", List.of(answer))),
        null);
  }

  private static Question question(Question.Kind kind) {
    return new Question("q1", kind, new Words("問い", "Question"), false, List.of());
  }

  private static KindDefinition with(Question question) {
    KindDefinition says = FitTest.says(Second.NONE, 16);
    return new KindDefinition(
        says.name(),
        says.purpose(),
        says.aboutPerson(),
        says.askers(),
        says.asked(),
        says.coordinated(),
        says.way(),
        says.shortlist(),
        says.answerMinutes(),
        says.escalateHours(),
        says.toPrefecture(),
        says.second(),
        says.mainRole(),
        says.secondRole(),
        says.asksNeeds(),
        says.help(),
        says.mostKm(),
        List.of(question),
        says.reasons());
  }

  @Test
  void one_asks_by_a_kind_that_runs_and_for_a_person_where_it_is_about_one() {
    KindDefinition says = FitTest.says(Second.NONE, 16);
    RequestKind kind = new RequestKind(UUID.randomUUID(), "test", 1, false, says);
    RequestKind ended = new RequestKind(UUID.randomUUID(), "test", 2, true, says);
    assertThat(MatchingPolicy.mayAsk(kind, true)).isEqualTo(Ruling.ALLOWED);
    assertThat(reason(MatchingPolicy.mayAsk(kind, false)))
        .isEqualTo("matching.refused.person-needed");
    assertThat(reason(MatchingPolicy.mayAsk(ended, true))).isEqualTo("matching.refused.kind-ended");
    assertThat(kind.openTo(OrganizationKind.HOSPITAL)).isTrue();
    assertThat(kind.openTo(OrganizationKind.PHARMACY)).isFalse();
    assertThat(ended.openTo(OrganizationKind.HOSPITAL)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(HandState.class)
  void an_answer_counts_while_the_request_is_open_and_nobody_is_chosen(HandState hand) {
    boolean may =
        switch (hand) {
          case OFFERED, RAISED, DECLINED, LAPSED -> true;
          case QUEUED, CHOSEN, PASSED, CALLED_OFF -> false;
        };
    assertThat(MatchingPolicy.mayAnswer(hand, RequestState.OPEN).equals(Ruling.ALLOWED))
        .isEqualTo(may);
    assertThat(reason(MatchingPolicy.mayAnswer(hand, RequestState.MATCHED)))
        .isEqualTo("matching.refused.decided");
  }

  @Test
  void what_has_ended_stays_and_a_request_is_chosen_only_while_it_is_open() {
    for (RequestState state : RequestState.values()) {
      boolean open = state == RequestState.OPEN;
      assertThat(MatchingPolicy.mayBecome(state, RequestState.MATCHED).equals(Ruling.ALLOWED))
          .isEqualTo(open);
      if (state.ended()) {
        for (RequestState next : RequestState.values()) {
          assertThat(reason(MatchingPolicy.mayBecome(state, next)))
              .isEqualTo("matching.refused.state." + state);
        }
      }
    }
    assertThat(RequestState.MATCHED.mayBecome(RequestState.HANDED_OVER)).isTrue();
    assertThat(RequestState.OPEN.mayBecome(RequestState.HANDED_OVER)).isFalse();
  }

  @Test
  void only_raised_hands_are_chosen_and_the_second_is_another_one() {
    Hand one = hand(HandState.RAISED);
    Hand other = hand(HandState.RAISED);
    Hand declined = hand(HandState.DECLINED);
    assertThat(choose(Second.WISHED, one, other)).isEmpty();
    assertThat(choose(Second.WISHED, one, null)).isEmpty();
    assertThat(choose(Second.REQUIRED, one, null)).isEqualTo("matching.refused.second-needed");
    assertThat(choose(Second.NONE, one, other)).isEqualTo("matching.refused.no-second");
    assertThat(choose(Second.WISHED, one, one)).isEqualTo("matching.refused.same");
    assertThat(choose(Second.WISHED, declined, null)).isEqualTo("matching.refused.not-raised");
    assertThat(choose(Second.WISHED, one, declined)).isEqualTo("matching.refused.not-raised");
  }

  private static String choose(Second second, Hand main, @Nullable Hand other) {
    return reason(MatchingPolicy.mayChoose(FitTest.says(second, 16), main, other));
  }

  private static Hand hand(HandState state) {
    return new Hand(
        UUID.randomUUID(),
        new RequestId(UUID.randomUUID()),
        new OrganizationId(UUID.randomUUID()),
        0,
        50,
        List.of(),
        state,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void settings_that_contradict_each_other_are_refused_each_with_its_reason() {
    assertThat(KindRules.complete(FitTest.says(Second.WISHED, 16))).isEqualTo(Ruling.ALLOWED);
    assertThat(reason(KindRules.complete(with(question(Question.Kind.FILE)))))
        .isEqualTo("matching.refused.no-files");
    RequestKinds.patterns()
        .forEach(
            (code, says) ->
                assertThat(KindRules.complete(says)).as(code).isEqualTo(Ruling.ALLOWED));
    assertThat(RequestKinds.patterns()).hasSize(20);
  }
}
