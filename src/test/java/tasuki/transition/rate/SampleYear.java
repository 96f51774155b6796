package tasuki.transition.rate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import tasuki.House;
import tasuki.calendar.FiscalYear;
import tasuki.kernel.Actor;
import tasuki.kernel.TasukiTime;

/** The last fiscal year of the sample prefecture, published by its job a little after the start. */
final class SampleYear {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private SampleYear() {}

  /** Waits until it is published. */
  static FiscalYear published() {
    FiscalYear year = PublicRates.years(LocalDate.now(TasukiTime.ZONE)).getFirst();
    Instant end = Instant.now().plus(PATIENCE);
    Publications publications = House.bean(Publications.class);
    while (House.as(Actor.NOBODY, () -> publications.of(year).isEmpty())) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(year + " was not published");
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
    return year;
  }
}
