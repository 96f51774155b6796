package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.JapanTime;

/** Moments of which perhaps only the day was told. */
final class Moments {

  private Moments() {}

  /** The moment; the beginning of the day where no time was told, so no deadline grows by it. */
  static OffsetDateTime at(LocalDate day, @Nullable LocalTime time) {
    return JapanTime.instant(day.atTime(time == null ? LocalTime.MIDNIGHT : time))
        .atOffset(ZoneOffset.UTC);
  }
}
