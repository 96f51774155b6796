package tasuki.insight.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a way takes, by assumptions that are data and are shown with every figure.
 *
 * @param car ways of driving; the first is the usual one
 * @param rings kilometres in a straight line at which rings end
 * @param visitLimit kilometres in a straight line beyond which a visit is payable only for a stated
 *     absolute reason
 * @param helicopter within how many kilometres a doctor's helicopter is there in so many minutes,
 *     the nearest first
 */
record Travel(List<Car> car, List<Integer> rings, int visitLimit, List<Flight> helicopter) {

  /**
   * A way of driving.
   *
   * @param speed kilometres an hour
   * @param detour how many times longer the road is than the straight line
   */
  record Car(String code, double speed, double detour) {

    /** Minutes for a distance in a straight line, rounded up. */
    int minutes(double km) {
      return (int) Math.ceil(km * detour / speed * 60);
    }
  }

  /** A ring of a helicopter's base. */
  record Flight(int minutes, int km) {}

  private static final String SOURCE = "/insight/travel.json";

  /** The assumptions that come with the release. */
  static Travel assumed() {
    try (InputStream stream = Travel.class.getResourceAsStream(SOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(SOURCE + " is missing");
      }
      return JsonMapper.shared().readValue(stream, Travel.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The ring in which a distance lies, by its end; empty beyond the last. */
  Optional<Integer> ring(double km) {
    return rings.stream().filter(end -> km <= end).findFirst();
  }

  /** In how many minutes a helicopter is there; empty beyond its rings. */
  Optional<Integer> flight(double km) {
    return helicopter.stream().filter(one -> km <= one.km()).map(Flight::minutes).findFirst();
  }

  /** Whether a visit over this distance is payable without a reason. */
  boolean isWithinVisit(double km) {
    return km <= visitLimit;
  }
}
