package tasuki.transition;

import java.util.List;

/** How well a step is shown to have happened. It is derived from the log and never stored. */
public enum Evidence {
  /** 双方確認: both sides say so. */
  BOTH,
  /** 一方のみ: one side says so, and the other could. */
  ONE_SIDED,
  /** 相手未参加: the other side is no member and cannot say so here. */
  COUNTERPART_ABSENT;

  /**
   * The evidence for a claim.
   *
   * @param log every row of the stay
   * @param hospitalJoins whether the hospital works in Tasuki
   * @param officeJoins whether the plan owner does
   */
  static Evidence of(Step claim, List<Step> log, boolean hospitalJoins, boolean officeJoins) {
    Side own = claim.voice(hospitalJoins);
    boolean confirmed =
        log.stream()
            .filter(other -> other.voice(hospitalJoins) != own)
            .anyMatch(other -> supports(other, claim, log));
    if (confirmed) {
      return BOTH;
    }
    boolean counterpartJoins = own == Side.HOSPITAL ? officeJoins : hospitalJoins;
    return counterpartJoins ? ONE_SIDED : COUNTERPART_ABSENT;
  }

  private static boolean supports(Step other, Step claim, List<Step> log) {
    if (!other.claims() || isWithdrawn(other, log)) {
      return false;
    }
    if (other.stance() == Stance.CONFIRMS) {
      return claim.id().equals(other.about());
    }
    if (claim.id().equals(other.id()) || !claim.kind().mirrors().contains(other.kind())) {
      return false;
    }
    // Several hearings and conferences may be held in one stay: only the same day's is the same
    // one.
    return switch (claim.kind()) {
      case HEARING, CONFERENCE -> claim.day().equals(other.day());
      case FORM_SENT, FORM_RECEIVED, READ, ADMISSION_KNOWN, CONTACTED, DISCHARGED -> true;
      case SCREENED,
          TALKED,
          TEAM_CONFERENCE,
          DISCHARGE_PLANNED,
          FIRST_HOME_VISIT,
          TWO_WEEK_CHECK,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          ASKED,
          REMINDED ->
          false;
    };
  }

  /** Whether its own side has taken a row back. */
  static boolean isWithdrawn(Step step, List<Step> log) {
    return log.stream()
        .anyMatch(other -> other.stance() == Stance.WITHDRAWS && step.id().equals(other.about()));
  }

  /** Whether the other side denies a row and has not taken the denial back. */
  static boolean isDenied(Step step, List<Step> log) {
    return log.stream()
        .anyMatch(
            other ->
                other.stance() == Stance.DENIES
                    && step.id().equals(other.about())
                    && !isWithdrawn(other, log));
  }
}
