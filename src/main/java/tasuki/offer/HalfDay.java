package tasuki.offer;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A morning or an afternoon of the week.
 *
 * @param day which day
 * @param afternoon whether it is the half after noon
 */
public record HalfDay(DayOfWeek day, boolean afternoon) implements Comparable<HalfDay> {

  private static final Comparator<HalfDay> ORDER =
      Comparator.comparing(HalfDay::day).thenComparing(HalfDay::afternoon);

  /** As it is stored and sent: {@code 1a} is Monday morning, {@code 7p} Sunday afternoon. */
  public String code() {
    return day.getValue() + (afternoon ? "p" : "a");
  }

  /** The half day of a code; empty where it is none. */
  public static Optional<HalfDay> of(String code) {
    return all().filter(half -> half.code().equals(code)).findFirst();
  }

  /** All fourteen, from Monday on. */
  public static Stream<HalfDay> all() {
    return Arrays.stream(DayOfWeek.values())
        .flatMap(day -> Stream.of(new HalfDay(day, false), new HalfDay(day, true)));
  }

  @Override
  public int compareTo(HalfDay other) {
    return ORDER.compare(this, other);
  }
}
