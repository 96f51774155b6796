package tasuki.transition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 算定の目安: which grade the log would support. It is a hint for whoever claims, and says nothing on
 * the conditions that lie outside the log.
 */
final class FeeHints {

  private FeeHints() {}

  /** The grade of 入院時情報連携加算 that the information given supports: 1, 2 or none. */
  static Optional<Integer> admissionInformation(
      List<RunningClock> clocks, java.time.OffsetDateTime now) {
    return clocks.stream()
        .filter(clock -> clock.family().equals("admission-information"))
        .filter(clock -> clock.standing(now, clocks) == RunningClock.Standing.KEPT)
        .map(clock -> clock.code().endsWith("-1") ? 1 : 2)
        .min(Integer::compare);
  }

  /**
   * The grade of 退院・退所加算 by the care manager's hearings: face to face or by video, several on one
   * day once, until the seventh day after discharge; a conference counts as one of them.
   *
   * @return 1イ, 1ロ, 2イ, 2ロ or 3
   */
  static Optional<String> dischargeSupport(List<Step> log) {
    List<Step> held = held(log);
    int days = held.stream().map(Step::day).collect(Collectors.<LocalDate>toSet()).size();
    boolean conference = held.stream().anyMatch(step -> step.kind() == StepKind.CONFERENCE);
    return switch (days) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(conference ? "1ロ" : "1イ");
      case 2 -> Optional.of(conference ? "2ロ" : "2イ");
      default -> Optional.of(conference ? "3" : "2イ");
    };
  }

  /** The hearings that count: the care manager's, face to face or by video, not taken back. */
  static List<Step> held(List<Step> log) {
    return log.stream()
        .filter(step -> step.claims() && !Evidence.isWithdrawn(step, log))
        .filter(step -> step.side() == Side.CARE_MANAGER && step.mode().faceToFace())
        .filter(step -> step.kind() == StepKind.HEARING || step.kind() == StepKind.CONFERENCE)
        .toList();
  }
}
