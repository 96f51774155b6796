package tasuki.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The one time zone of the house: fees, business hours and deadlines are all in Japan's time. */
public final class JapanTime {
  /** Asia/Tokyo, whatever the machine's own zone is. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private JapanTime() {}

  /** Today's date in Japan by the given clock. */
  public static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  /** The date and time in Japan by the given clock. */
  public static LocalDateTime now(Clock clock) {
    return at(clock.instant());
  }

  /** The date and time in Japan at an instant. */
  public static LocalDateTime at(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZONE);
  }

  /** The instant at which it is the given date and time in Japan. */
  public static Instant instant(LocalDateTime time) {
    return time.atZone(ZONE).toInstant();
  }

  /** A moment without its seconds: business hours and admissions are kept by the minute. */
  static LocalDateTime minute(LocalDateTime moment) {
    return moment.truncatedTo(ChronoUnit.MINUTES);
  }
}
