package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.identity.Profession;

/**
 * A step to be logged.
 *
 * @param at the time of day; null where only the day is known
 * @param counterpart who was spoken to on the other side
 * @param professions who took part, of a hearing or a conference
 */
public record NewStep(
    StepKind kind,
    LocalDate on,
    @Nullable LocalTime at,
    Mode mode,
    @Nullable String counterpart,
    List<Profession> professions,
    @Nullable String note) {

  public NewStep {
    professions = List.copyOf(professions);
  }

  /** The usual step: done this way, with nobody named. */
  public static NewStep of(StepKind kind, LocalDate on, @Nullable LocalTime at, Mode mode) {
    return new NewStep(kind, on, at, mode, null, List.of(), null);
  }
}
