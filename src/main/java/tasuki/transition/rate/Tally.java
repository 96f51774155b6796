package tasuki.transition.rate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How many cases were counted and what was said of them.
 *
 * @param all the denominator
 * @param done the numerator
 * @param one said by one side that the other could confirm
 * @param alone said by one side while the other does not work here
 */
record Tally(long all, long done, long both, long one, long alone, long denied, long none) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

  /** Below it a rate says little, and the page says so. */
  static final int FEW = 10;

  Tally plus(Tally other) {
    return new Tally(
        all + other.all,
        done + other.done,
        both + other.both,
        one + other.one,
        alone + other.alone,
        denied + other.denied,
        none + other.none);
  }

  boolean isFew() {
    return all < FEW;
  }

  /** The share; null where nothing was counted. */
  @Nullable BigDecimal share() {
    return share(done, all);
  }

  static @Nullable BigDecimal share(long done, long all) {
    return all == 0
        ? null
        : BigDecimal.valueOf(done).divide(BigDecimal.valueOf(all), 3, RoundingMode.HALF_UP);
  }

  /** 81.5, or nothing. */
  static String percent(@Nullable BigDecimal share) {
    return share == null
        ? ""
        : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toString();
  }
}
