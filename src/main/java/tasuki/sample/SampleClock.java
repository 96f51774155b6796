package tasuki.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tasuki.kernel.TasukiTime;

/**
 * The clock of a demo: everybody's time, except for work that is done as of an earlier moment, so
 * that the sample prefecture has a past. Ids follow it too.
 */
@Component
@ConditionalOnProperty(name = "tasuki.mode", havingValue = "demo")
public class SampleClock extends Clock {

  private static final ScopedValue<Instant> MOMENT = ScopedValue.newInstance();

  private final Clock real;

  SampleClock() {
    this(Clock.system(TasukiTime.ZONE));
  }

  private SampleClock(Clock real) {
    this.real = real;
  }

  /** Does the work as if it were this moment; nobody else notices. */
  public void at(Instant moment, Runnable work) {
    ScopedValue.where(MOMENT, moment).run(work);
  }

  @Override
  public Instant instant() {
    return MOMENT.isBound() ? MOMENT.get() : real.instant();
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new SampleClock(real.withZone(zone));
  }
}
