package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.JapanTime;

/**
 * One row of the two-sided log: what a side says it did.
 *
 * @param timeKnown whether the time of day was told; otherwise it reads 00:00
 * @param counterpart who was spoken to on the other side
 * @param professions who took part, as {@code identity} names professions
 * @param about the row of which this one says something, with the stance
 */
public record Step(
    UUID id,
    UUID stay,
    StepKind kind,
    Side side,
    UUID organization,
    UUID account,
    OffsetDateTime occurredAt,
    boolean timeKnown,
    OffsetDateTime recordedAt,
    Mode mode,
    @Nullable String counterpart,
    List<String> professions,
    @Nullable String note,
    @Nullable UUID about,
    @Nullable Stance stance) {

  /** Somebody without an account said it by the code on a sheet. */
  private static final UUID BY_CODE = new UUID(0, 0);

  /** Whether somebody without an account said it by the code on a sheet. */
  boolean byCode() {
    return account.equals(BY_CODE);
  }

  /**
   * Whose word it is. Whoever holds a sheet can type its code: of a hospital that works in Tasuki,
   * and could say so itself, it is not the hospital's word but that of the side that made the
   * sheet.
   */
  Side voice(boolean hospitalJoins) {
    return byCode() && hospitalJoins ? Side.CARE_MANAGER : side;
  }

  /** The moment in Japan. */
  public LocalDateTime moment() {
    return JapanTime.at(occurredAt.toInstant());
  }

  LocalDate day() {
    return moment().toLocalDate();
  }

  /** Whether it claims that something was done, or confirms it from the own side. */
  boolean claims() {
    return stance == null || stance == Stance.CONFIRMS;
  }
}
