package tasuki.transition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.JapanTime;

/**
 * A clock as it is kept. How it stands is told on reading.
 *
 * @param opensOn the first day on which the step counts for it; null if it counts beforehand
 * @param lateAt the first instant that is too late
 * @param metAt when the step happened that meets it
 */
record RunningClock(
    UUID id,
    UUID stay,
    Side side,
    UUID organization,
    @Nullable UUID account,
    String code,
    String family,
    StepKind step,
    boolean wish,
    boolean verified,
    @Nullable LocalDate opensOn,
    OffsetDateTime dueAt,
    OffsetDateTime lateAt,
    String wordsJapanese,
    String wordsEnglish,
    @Nullable UUID metBy,
    @Nullable OffsetDateTime metAt,
    @Nullable OffsetDateTime stoppedAt) {

  /** Whether it is of those who answer for the stay now, and not of whom it was said by mistake. */
  boolean isOf(Stay stay, Circle.Home home) {
    if (side == Side.HOSPITAL) {
      return organization.equals(stay.hospital().value());
    }
    return home.office() != null && organization.equals(home.office().id().value());
  }

  /** How a clock stands at a moment. */
  enum Standing {
    /** 期限内に済み. */
    KEPT,
    /** 期限後に済み. */
    KEPT_LATE,
    /** Done so early that a higher grade counts instead. */
    EARLIER_GRADE,
    OPEN,
    /** Less than a day is left. */
    SOON,
    OVERDUE,
    /** Too late for this grade, while a later one is open or kept. */
    PASSED,
    /** No longer needed. */
    STOPPED,
    /** The stay ended after the deadline, and nothing was done. */
    MISSED;

    boolean open() {
      return this == OPEN || this == SOON || this == OVERDUE;
    }
  }

  private static final Duration SOON = Duration.ofHours(24);

  /** The area's rule it comes from, which its code names; null for the fee table. */
  @Nullable UUID rule() {
    int at = code.indexOf('@');
    return at < 0 ? null : UUID.fromString(code.substring(at + 1));
  }

  /** The standing at a moment, among all clocks of the same stay. */
  Standing standing(OffsetDateTime now, Collection<RunningClock> all) {
    if (metAt != null) {
      return metStanding(metAt, all);
    }
    if (stoppedAt != null) {
      boolean late = !stoppedAt.isBefore(lateAt) && !wish;
      return late && !excused(all, now) ? Standing.MISSED : Standing.STOPPED;
    }
    if (now.isBefore(lateAt)) {
      return now.isBefore(lateAt.minus(SOON)) ? Standing.OPEN : Standing.SOON;
    }
    if (wish || excused(all, now)) {
      return Standing.PASSED;
    }
    return Standing.OVERDUE;
  }

  private Standing metStanding(OffsetDateTime met, Collection<RunningClock> all) {
    if (opensOn != null && JapanTime.at(met.toInstant()).toLocalDate().isBefore(opensOn)) {
      return Standing.EARLIER_GRADE;
    }
    if (met.isBefore(lateAt)) {
      return Standing.KEPT;
    }
    return wish || excused(all, met) ? Standing.PASSED : Standing.KEPT_LATE;
  }

  /** Whether another grade of the same thing was or still can be kept. */
  private boolean excused(Collection<RunningClock> all, OffsetDateTime moment) {
    return all.stream()
        .anyMatch(
            other ->
                !other.id.equals(id)
                    && other.stay.equals(stay)
                    && other.organization.equals(organization)
                    && other.family.equals(family)
                    && moment.isBefore(other.lateAt));
  }

  /** Whether another clock of the same organisation and code says the same, so nothing changed. */
  boolean says(RunningClock other) {
    return organization.equals(other.organization)
        && code.equals(other.code)
        && wish == other.wish
        && Objects.equals(opensOn, other.opensOn)
        && dueAt.isEqual(other.dueAt)
        && lateAt.isEqual(other.lateAt)
        && wordsJapanese.equals(other.wordsJapanese)
        && wordsEnglish.equals(other.wordsEnglish)
        && Objects.equals(metBy, other.metBy)
        && Objects.equals(instant(metAt), instant(other.metAt))
        && Objects.equals(instant(stoppedAt), instant(other.stoppedAt));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  String words(Locale locale) {
    return locale.getLanguage().equals("en") ? wordsEnglish : wordsJapanese;
  }
}
