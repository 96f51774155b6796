package tasuki.equipment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days on end, the first and the last included. */
public record Days(LocalDate first, LocalDate last) {

  public Days {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " lies before " + first);
    }
  }

  /** How many they are: a thing that comes back on the day it went counts one. */
  public long count() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** As PostgreSQL writes a range of days. */
  String range() {
    return "[" + first + "," + last + "]";
  }
}
