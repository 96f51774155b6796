package tasuki.register;

import java.time.LocalDate;
import tasuki.kernel.Ruling;

/** What may be agreed for a patient and a hospital, and why not. */
final class PairPolicy {

  private PairPolicy() {}

  /**
   * Whether the patient may be paired with the hospital.
   *
   * @param stands whether the hospital stands in the register that is asked of it
   * @param paired whether the patient has a hospital under this register already
   */
  static Ruling mayPair(
      Register register, boolean stands, boolean paired, LocalDate from, LocalDate today) {
    if (register.concerns() != Concerns.PERSON) {
      return Ruling.refused("register.refused.not-of-persons");
    }
    if (paired) {
      return Ruling.refused("register.refused.paired-already");
    }
    if (!stands) {
      return Ruling.refused("register.refused.hospital-not-in-register");
    }
    return from.isAfter(today) ? Ruling.refused("register.refused.future") : Ruling.ALLOWED;
  }

  /** Whether it may be gone over again on the day, so that a new term begins. */
  static Ruling mayRenew(Pair pair, LocalDate on, LocalDate today) {
    if (!pair.running()) {
      return Ruling.refused("register.refused.over");
    }
    if (on.isAfter(today)) {
      return Ruling.refused("register.refused.future");
    }
    return on.isBefore(pair.term().from())
        ? Ruling.refused("register.refused.ends-before")
        : Ruling.ALLOWED;
  }

  /** Whether it may end on the day. */
  static Ruling mayEnd(Pair pair, LocalDate on, LocalDate today) {
    return mayRenew(pair, on, today);
  }
}
