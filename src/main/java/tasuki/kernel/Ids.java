package tasuki.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDs of version 7 (RFC 9562) from the injected clock: they sort by time of making, so they
 * are kind to indexes, and the simulated clock of the sample prefecture reaches them too.
 */
@Component
public class Ids {

  private static final int SEQUENCE_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  public Ids(Clock clock) {
    this.clock = clock;
  }

  /** A new id, greater than every id made before it here while the clock does not go back. */
  public UUID next() {
    long now = clock.millis() << SEQUENCE_BITS;
    // A step inside the same millisecond counts in the twelve bits below it, and may run ahead.
    long tick = last.updateAndGet(before -> now > before || now < before - HOUR ? now : before + 1);
    long milliseconds = tick >>> SEQUENCE_BITS;
    long sequence = tick & ((1L << SEQUENCE_BITS) - 1);
    long most = milliseconds << 16 | 0x7000L | sequence;
    long least = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  /** A clock set back by more than this is followed (the simulated clock may jump). */
  private static final long HOUR = 3_600_000L << SEQUENCE_BITS;
}
