package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Position;
import tasuki.insight.coverage.Ground.Provider;
import tasuki.insight.coverage.Ground.Unit;

/** The arithmetic of coverage: who lies where, who is nearest, how far places are. */
final class Coverage {

  /**
   * A base unit as seen from a place.
   *
   * @param km in a straight line
   * @param precision the coarser one of the two ends
   * @param providers how many of the chosen service lie in it
   */
  record Distance(Unit unit, double km, Position.Precision precision, int providers) {}

  /** One kilometre in degrees of latitude, rounded down: whoever is farther north is farther. */
  private static final double KM_PER_DEGREE = 111.0;

  private Coverage() {}

  /** How each base unit is covered, in the order of the units. */
  static List<Gap> gaps(List<Unit> units, List<Provider> providers) {
    List<Provider> byLatitude =
        providers.stream()
            .filter(one -> one.position() != null)
            .sorted(Comparator.comparingDouble(Coverage::latitude))
            .toList();
    List<Provider> nightly = byLatitude.stream().filter(Provider::night).toList();
    List<Gap> gaps = new ArrayList<>();
    for (Unit unit : units) {
      List<Provider> here =
          providers.stream().filter(one -> unit.code().equals(one.baseUnit())).toList();
      gaps.add(
          new Gap(
              unit,
              here.size(),
              (int) here.stream().filter(Provider::night).count(),
              nearest(unit.middle(), byLatitude),
              nearest(unit.middle(), nightly)));
    }
    return gaps;
  }

  private static double latitude(Provider provider) {
    Position position = provider.position();
    return position == null ? 0 : position.latitude();
  }

  /**
   * Who is nearest. Looks outward from the same latitude and stops where the latitude alone is
   * farther away than the nearest so far.
   */
  private static Gap.@Nullable Near nearest(@Nullable Position from, List<Provider> byLatitude) {
    if (from == null || byLatitude.isEmpty()) {
      return null;
    }
    int start = firstNorthOf(from.latitude(), byLatitude);
    Gap.Near best = null;
    for (int step = 0; step < byLatitude.size(); step++) {
      int north = start + step;
      int south = start - 1 - step;
      Gap.Near up = north < byLatitude.size() ? near(from, byLatitude.get(north), best) : null;
      best = up == null ? best : up;
      Gap.Near down = south >= 0 ? near(from, byLatitude.get(south), best) : null;
      best = down == null ? best : down;
      if (best != null
          && beyond(from, byLatitude, north, best.km())
          && beyond(from, byLatitude, south, best.km())) {
        break;
      }
    }
    return best;
  }

  private static boolean beyond(Position from, List<Provider> all, int at, double km) {
    return at < 0
        || at >= all.size()
        || Math.abs(latitude(all.get(at)) - from.latitude()) * KM_PER_DEGREE > km;
  }

  /** The provider as the nearest, unless another one is nearer or as near. */
  private static Gap.@Nullable Near near(
      Position from, Provider provider, Gap.@Nullable Near best) {
    Position to = provider.position();
    if (to == null) {
      return null;
    }
    double km = from.kmTo(to);
    return best != null && best.km() <= km
        ? null
        : new Gap.Near(provider.name(), km, from.precision().or(to.precision()));
  }

  private static int firstNorthOf(double latitude, List<Provider> byLatitude) {
    int low = 0;
    int high = byLatitude.size();
    while (low < high) {
      int half = (low + high) >>> 1;
      if (latitude(byLatitude.get(half)) < latitude) {
        low = half + 1;
      } else {
        high = half;
      }
    }
    return low;
  }

  /**
   * How far the base units are from a place, the nearest first; without a middle they are left out.
   */
  static List<Distance> around(Position place, List<Unit> units, List<Provider> providers) {
    List<Distance> distances = new ArrayList<>();
    for (Unit unit : units) {
      Position middle = unit.middle();
      if (middle != null) {
        distances.add(
            new Distance(
                unit,
                place.kmTo(middle),
                place.precision().or(middle.precision()),
                (int)
                    providers.stream().filter(one -> unit.code().equals(one.baseUnit())).count()));
      }
    }
    distances.sort(Comparator.comparingDouble(Distance::km));
    return distances;
  }
}
