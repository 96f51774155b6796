package tasuki.insight.coverage;

import org.jspecify.annotations.Nullable;
import tasuki.directory.Position;

/**
 * How a base unit is covered by a service.
 *
 * @param providers how many lie in it
 * @param nightly how many of them work at night too
 * @param nearest who is nearest by day; null where nobody's or the unit's position is known
 * @param nearestAtNight who is nearest at night
 */
record Gap(
    Ground.Unit unit,
    int providers,
    int nightly,
    @Nullable Near nearest,
    @Nullable Near nearestAtNight) {

  /**
   * Somebody near.
   *
   * @param km in a straight line, from the middle of the unit
   * @param precision the coarser one of the two ends
   */
  record Near(String name, double km, Position.Precision precision) {}

  /** How well it is covered. */
  enum State {
    /** Somebody lies in it. */
    HERE,
    /** Nobody, but somebody within the distance of a visit. */
    NEAR,
    /** Nobody within it. */
    FAR,
    /** Nobody in it, and its middle or the others' points are not known. */
    UNKNOWN
  }

  State state(int limit) {
    return state(providers, nearest, limit);
  }

  State atNight(int limit) {
    return state(nightly, nearestAtNight, limit);
  }

  private static State state(int here, @Nullable Near near, int limit) {
    if (here > 0) {
      return State.HERE;
    }
    if (near == null) {
      return State.UNKNOWN;
    }
    return near.km() <= limit ? State.NEAR : State.FAR;
  }
}
