package tasuki.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when an entry holds.
 *
 * @param until the last day; null without an end
 */
public record Term(LocalDate from, @Nullable LocalDate until) {

  /** What begins on the day. */
  static Term of(LocalDate from, Validity validity) {
    return new Term(from, validity.until(from).orElse(null));
  }

  /**
   * The term that follows when it is renewed. Who applied in time holds it without a gap, however
   * long the decision took; who did not holds it from the decision on.
   */
  Term renewed(LocalDate appliedOn, LocalDate decidedOn, Validity validity) {
    LocalDate last = until;
    if (last == null) {
      return of(decidedOn, validity);
    }
    return of(appliedOn.isAfter(last) ? decidedOn : last.plusDays(1), validity);
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && (until == null || !day.isAfter(until));
  }
}
