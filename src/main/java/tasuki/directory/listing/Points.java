package tasuki.directory.listing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Position;
import tasuki.directory.Position.Precision;

/**
 * All points of one file, gathered before its rows are taken: only together do they show which are
 * doubtful. What is doubtful becomes coarser; nothing is guessed.
 */
final class Points {

  /**
   * A position as far as it is believed.
   *
   * @param precision null where the position is not believed at all
   * @param note why it was made coarser or dropped; null where it is sound
   */
  record Judged(@Nullable Precision precision, @Nullable String note) {}

  /** Farther from the middle of its municipality no place lies, save on far islands. */
  private static final double FARTHEST_KM = 60;

  /** How many places may share a point: a building has one address. */
  private static final int MOST_ON_A_POINT = 2;

  private static final int ENOUGH_FOR_A_MIDDLE = 5;

  /** As near as this to the middle of a municipality a place is likely to lie in it. */
  private static final double NEAR_KM = 20;

  /** Latitudes and longitudes in turn; a file has some hundred thousand. */
  private static final class Coordinates {
    private float[] values = new float[16];
    private int size;

    void add(double latitude, double longitude) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = (float) latitude;
      values[size++] = (float) longitude;
    }

    int points() {
      return size / 2;
    }

    float median(int axis) {
      float[] sorted = new float[points()];
      for (int at = 0; at < sorted.length; at++) {
        sorted[at] = values[at * 2 + axis];
      }
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  private final Map<String, Coordinates> ofUnit = new HashMap<>();
  private final Map<String, Position> middles = new HashMap<>();
  private final Set<Long> shared = new HashSet<>();
  private long[] points = new long[1_024];
  private int[] addresses = new int[1_024];
  private int size;

  /** Whether two numbers are a point in Japan at all; otherwise the word for why not. */
  static @Nullable String fault(@Nullable Double latitude, @Nullable Double longitude) {
    if (latitude == null || longitude == null) {
      return "position-unreadable";
    }
    if (latitude == 0 || longitude == 0) {
      return "position-zero";
    }
    return Position.isInJapan(latitude, longitude) ? null : "position-abroad";
  }

  /** Takes a sound point of an address in a municipality. */
  void gather(String unit, double latitude, double longitude, String addressKey) {
    ofUnit.computeIfAbsent(unit, _ -> new Coordinates()).add(latitude, longitude);
    if (size == points.length) {
      points = Arrays.copyOf(points, size * 2);
      addresses = Arrays.copyOf(addresses, size * 2);
    }
    points[size] = packed(latitude, longitude);
    addresses[size++] = addressKey.hashCode();
  }

  private static long packed(double latitude, double longitude) {
    return Math.round(latitude * 1e6) << 32 | Math.round(longitude * 1e6) & 0xFFFF_FFFFL;
  }

  /** Every point is gathered. */
  void complete() {
    ofUnit.forEach(
        (unit, gathered) -> {
          if (gathered.points() >= ENOUGH_FOR_A_MIDDLE) {
            middles.put(
                unit,
                new Position(gathered.median(0), gathered.median(1), Precision.MUNICIPALITY, ""));
          }
        });
    ofUnit.clear();
    findShared();
    points = new long[0];
    addresses = new int[0];
  }

  /** Only the few points that stand more than twice are looked at address by address. */
  private void findShared() {
    Map<Long, Set<Integer>> often = new HashMap<>();
    long[] sorted = Arrays.copyOf(points, size);
    Arrays.sort(sorted);
    for (int at = MOST_ON_A_POINT; at < size; at++) {
      if (sorted[at] == sorted[at - MOST_ON_A_POINT]) {
        often.putIfAbsent(sorted[at], new HashSet<>());
      }
    }
    for (int at = 0; at < size; at++) {
      Set<Integer> places = often.get(points[at]);
      if (places != null) {
        places.add(addresses[at]);
      }
    }
    often.forEach(
        (point, places) -> {
          if (places.size() > MOST_ON_A_POINT) {
            shared.add(point);
          }
        });
  }

  /** What to believe of a point that lies in Japan. */
  Judged judge(@Nullable String unit, double latitude, double longitude) {
    if (unit == null) {
      return new Judged(null, "position-unplaced");
    }
    Position point = new Position(latitude, longitude, Precision.POINT, "");
    Position middle = middles.get(unit);
    if (middle == null ? isElsewhere(unit, point) : middle.kmTo(point) > FARTHEST_KM) {
      return new Judged(null, "position-far");
    }
    return shared.contains(packed(latitude, longitude))
        ? new Judged(Precision.TOWN, "position-shared")
        : new Judged(Precision.POINT, null);
  }

  /**
   * Whether a point in a municipality of too few points for a middle lies where another prefecture
   * has places and its own has none. On an island it lies where nobody has any.
   */
  private boolean isElsewhere(String unit, Position point) {
    double own = Double.POSITIVE_INFINITY;
    double other = Double.POSITIVE_INFINITY;
    for (Map.Entry<String, Position> middle : middles.entrySet()) {
      double km = middle.getValue().kmTo(point);
      if (middle.getKey().startsWith(unit.substring(0, 2))) {
        own = Math.min(own, km);
      } else {
        other = Math.min(other, km);
      }
    }
    return own > FARTHEST_KM && own < Double.POSITIVE_INFINITY && other < NEAR_KM;
  }
}
