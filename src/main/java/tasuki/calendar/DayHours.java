package tasuki.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The opening hours of one day.
 *
 * @param intervals the stretches in their order, not overlapping; empty when closed all day
 */
public record DayHours(List<OpenInterval> intervals) {
  /** Closed all day. */
  public static final DayHours CLOSED = new DayHours(List.of());

  /** Open around the clock. */
  public static final DayHours ALL_DAY = of(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /**
   * Checks the order of the stretches.
   *
   * @throws IllegalArgumentException if they overlap or stand in the wrong order
   */
  public DayHours {
    intervals = List.copyOf(intervals);
    for (int index = 1; index < intervals.size(); index++) {
      if (!intervals.get(index - 1).endsBefore(intervals.get(index))) {
        throw new IllegalArgumentException("opening hours overlap or are out of order");
      }
    }
  }

  /** Open in one stretch. */
  public static DayHours of(LocalTime opens, LocalTime closes) {
    return new DayHours(List.of(new OpenInterval(opens, closes)));
  }

  /** Whether closed all day. */
  public boolean isClosed() {
    return intervals.isEmpty();
  }

  /** Whether open at a time of day. */
  public boolean isOpenAt(LocalTime time) {
    return intervals.stream().anyMatch(interval -> interval.contains(time));
  }

  /** The moment of the day's last closing, empty when closed all day. */
  public Optional<LocalDateTime> closesOn(LocalDate day) {
    return isClosed() ? Optional.empty() : Optional.of(intervals.getLast().closesOn(day));
  }
}
