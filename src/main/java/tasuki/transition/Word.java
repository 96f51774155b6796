package tasuki.transition;

import java.util.List;
import java.util.function.Predicate;

/**
 * What both sides say of one thing in a stay, as it stands in a fact. Only the word of the hospital
 * and of the plan owner counts; who else comes to the home can neither confirm nor stand in.
 */
enum Word {
  /** 双方確認. */
  BOTH,
  /** The plan owner says so; the hospital could and does not. */
  CARE,
  /** The plan owner says so; the hospital does not work in Tasuki. */
  CARE_ALONE,
  /** The hospital says so; the plan owner could and does not. */
  HOSPITAL,
  /** The hospital says so; the plan owner does not work in Tasuki. */
  HOSPITAL_ALONE,
  /** Somebody said so, the other side denies it, and nothing else speaks for it. */
  DENIED,
  NONE;

  /** Whether a row stands: it claims something, and was neither taken back nor denied. */
  static boolean stands(Step step, List<Step> log) {
    return step.claims() && !Evidence.isWithdrawn(step, log) && !Evidence.isDenied(step, log);
  }

  /** The word on whatever the rows chosen claim. */
  static Word of(
      List<Step> log, Predicate<Step> chosen, boolean hospitalJoins, boolean officeJoins) {
    List<Step> rows = log.stream().filter(Step::claims).filter(chosen).toList();
    boolean hospital = rows.stream().anyMatch(row -> of(Side.HOSPITAL, row, log, hospitalJoins));
    boolean care = rows.stream().anyMatch(row -> of(Side.CARE_MANAGER, row, log, hospitalJoins));
    if (hospital && care) {
      return BOTH;
    }
    if (care) {
      return hospitalJoins ? CARE : CARE_ALONE;
    }
    if (hospital) {
      return officeJoins ? HOSPITAL : HOSPITAL_ALONE;
    }
    boolean denied =
        rows.stream()
            .filter(row -> row.side() == Side.HOSPITAL || row.side() == Side.CARE_MANAGER)
            .anyMatch(row -> !Evidence.isWithdrawn(row, log) && Evidence.isDenied(row, log));
    return denied ? DENIED : NONE;
  }

  private static boolean of(Side side, Step row, List<Step> log, boolean hospitalJoins) {
    return row.voice(hospitalJoins) == side && stands(row, log);
  }
}
