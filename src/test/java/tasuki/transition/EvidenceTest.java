package tasuki.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-20T12:00:00+09:00");

  private static Step step(
      StepKind kind, Side side, Mode mode, int day, @Nullable Step about, @Nullable Stance stance) {
    return new Step(
        UUID.randomUUID(),
        new UUID(0, 1),
        kind,
        side,
        new UUID(1, side.ordinal()),
        new UUID(2, side.ordinal()),
        NOON.plusDays(day),
        true,
        NOON.plusDays(day),
        mode,
        null,
        List.of(),
        null,
        about == null ? null : about.id(),
        stance);
  }

  private static Step claim(StepKind kind, Side side) {
    return step(kind, side, Mode.MEETING, 0, null, null);
  }

  @Test
  void what_only_one_side_says_is_one_sided_or_the_other_is_absent() {
    Step sent = claim(StepKind.FORM_SENT, Side.CARE_MANAGER);
    assertThat(Evidence.of(sent, List.of(sent), true, true)).isEqualTo(Evidence.ONE_SIDED);
    assertThat(Evidence.of(sent, List.of(sent), false, false))
        .isEqualTo(Evidence.COUNTERPART_ABSENT);
  }

  @Test
  void sent_and_received_are_both_sides() {
    Step sent = claim(StepKind.FORM_SENT, Side.CARE_MANAGER);
    for (StepKind kind : List.of(StepKind.FORM_RECEIVED, StepKind.READ)) {
      Step received = claim(kind, Side.HOSPITAL);
      assertThat(Evidence.of(sent, List.of(sent, received), true, true)).isEqualTo(Evidence.BOTH);
      assertThat(Evidence.of(received, List.of(sent, received), true, true))
          .isEqualTo(Evidence.BOTH);
    }
  }

  @Test
  void the_code_on_a_sheet_is_the_word_of_a_hospital_only_where_it_could_not_say_so_itself() {
    Step sent = claim(StepKind.FORM_SENT, Side.CARE_MANAGER);
    Step code =
        new Step(
            UUID.randomUUID(),
            sent.stay(),
            StepKind.FORM_RECEIVED,
            Side.HOSPITAL,
            new UUID(1, 1),
            new UUID(0, 0),
            NOON,
            true,
            NOON,
            Mode.FAX,
            "架空病院 受取 太郎",
            List.of(),
            null,
            null,
            null);
    List<Step> log = List.of(sent, code);
    assertThat(Evidence.of(sent, log, false, true)).isEqualTo(Evidence.BOTH);
    assertThat(Evidence.of(sent, log, true, true)).isEqualTo(Evidence.ONE_SIDED);
    assertThat(Evidence.of(code, log, true, true)).isEqualTo(Evidence.ONE_SIDED);
    assertThat(Word.of(log, _ -> true, false, true)).isEqualTo(Word.BOTH);
    assertThat(Word.of(log, _ -> true, true, true)).isEqualTo(Word.CARE);
    assertThat(Word.of(List.of(code), _ -> true, true, true)).isEqualTo(Word.CARE);
    Step received = claim(StepKind.FORM_RECEIVED, Side.HOSPITAL);
    List<Step> said = List.of(sent, code, received);
    assertThat(Evidence.of(sent, said, true, true)).isEqualTo(Evidence.BOTH);
    assertThat(Evidence.of(code, said, true, true)).isEqualTo(Evidence.ONE_SIDED);
    assertThat(Word.of(said, _ -> true, true, true)).isEqualTo(Word.BOTH);
  }

  @Test
  void hearings_of_one_day_confirm_each_other_and_those_of_two_days_do_not() {
    Step ours = claim(StepKind.HEARING, Side.CARE_MANAGER);
    Step same = claim(StepKind.HEARING, Side.HOSPITAL);
    Step later = step(StepKind.HEARING, Side.HOSPITAL, Mode.MEETING, 2, null, null);
    assertThat(Evidence.of(ours, List.of(ours, same), true, true)).isEqualTo(Evidence.BOTH);
    assertThat(Evidence.of(ours, List.of(ours, later), true, true)).isEqualTo(Evidence.ONE_SIDED);
  }

  @Test
  void a_confirmation_counts_until_it_is_taken_back() {
    Step planned = claim(StepKind.DISCHARGE_PLANNED, Side.HOSPITAL);
    Step yes =
        step(
            StepKind.DISCHARGE_PLANNED,
            Side.CARE_MANAGER,
            Mode.SYSTEM,
            0,
            planned,
            Stance.CONFIRMS);
    Step back =
        step(StepKind.DISCHARGE_PLANNED, Side.CARE_MANAGER, Mode.SYSTEM, 1, yes, Stance.WITHDRAWS);
    assertThat(Evidence.of(planned, List.of(planned, yes), true, true)).isEqualTo(Evidence.BOTH);
    assertThat(Evidence.of(planned, List.of(planned, yes, back), true, true))
        .isEqualTo(Evidence.ONE_SIDED);
  }

  @Test
  void a_denial_leaves_the_claim_and_shows_beside_it_until_taken_back() {
    Step told = claim(StepKind.HEARING, Side.HOSPITAL);
    Step no = step(StepKind.HEARING, Side.CARE_MANAGER, Mode.SYSTEM, 0, told, Stance.DENIES);
    Step back = step(StepKind.HEARING, Side.CARE_MANAGER, Mode.SYSTEM, 1, no, Stance.WITHDRAWS);
    assertThat(Evidence.of(told, List.of(told, no), true, true)).isEqualTo(Evidence.ONE_SIDED);
    assertThat(Evidence.isDenied(told, List.of(told, no))).isTrue();
    assertThat(Evidence.isDenied(told, List.of(told, no, back))).isFalse();
  }

  @Test
  void hearings_are_graded_by_days_and_conferences_and_the_telephone_does_not_count() {
    Step one = claim(StepKind.HEARING, Side.CARE_MANAGER);
    Step phone = step(StepKind.HEARING, Side.CARE_MANAGER, Mode.TELEPHONE, 1, null, null);
    Step sameDay = claim(StepKind.HEARING, Side.CARE_MANAGER);
    Step video = step(StepKind.HEARING, Side.CARE_MANAGER, Mode.VIDEO, 2, null, null);
    Step met = step(StepKind.CONFERENCE, Side.CARE_MANAGER, Mode.MEETING, 3, null, null);
    assertThat(FeeHints.dischargeSupport(List.of())).isEmpty();
    assertThat(FeeHints.dischargeSupport(List.of(one, phone, sameDay))).contains("1イ");
    assertThat(FeeHints.dischargeSupport(List.of(met))).contains("1ロ");
    assertThat(FeeHints.dischargeSupport(List.of(one, video))).contains("2イ");
    assertThat(FeeHints.dischargeSupport(List.of(one, met))).contains("2ロ");
    assertThat(FeeHints.dischargeSupport(List.of(one, video, met))).contains("3");
  }
}
