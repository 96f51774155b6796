package tasuki.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JapanTimeTest {
  @Test
  void the_day_in_japan_begins_at_fifteen_hours_of_the_day_before_whatever_zone_the_clock_has() {
    Instant midnight = Instant.parse("2026-11-23T15:00:00Z");
    Clock clock = Clock.fixed(midnight, ZoneOffset.UTC);

    assertThat(JapanTime.today(clock)).isEqualTo("2026-11-24");
    assertThat(JapanTime.today(Clock.fixed(midnight.minusSeconds(1), ZoneOffset.UTC)))
        .isEqualTo("2026-11-23");
    assertThat(JapanTime.now(clock)).isEqualTo(LocalDateTime.parse("2026-11-24T00:00"));
    assertThat(JapanTime.instant(JapanTime.now(clock))).isEqualTo(midnight);
  }
}
