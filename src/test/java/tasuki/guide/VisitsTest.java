package tasuki.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class VisitsTest {

  private static final Instant NOON = Instant.parse("2026-11-28T03:00:10Z");

  /** A clock that a test moves. */
  private static final class Hands extends Clock {
    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  @Test
  void an_address_that_asks_too_often_waits_for_the_next_minute_and_keeps_nobody_else_waiting() {
    Hands hands = new Hands();
    Visits visits = new Visits(3, hands);
    for (int asked = 0; asked < 3; asked++) {
      assertThat(visits.mayAsk("192.0.2.1")).isTrue();
    }
    assertThat(visits.mayAsk("192.0.2.1")).isFalse();
    assertThat(visits.mayAsk("192.0.2.2")).isTrue();
    hands.now = NOON.plus(Duration.ofMinutes(1));
    assertThat(visits.mayAsk("192.0.2.1")).isTrue();
  }
}
