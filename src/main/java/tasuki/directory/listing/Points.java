package tasuki.directory.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<String, List<float[]>> ofUnit = new HashMap<>();
  private final Map<String, float[]> middles = new HashMap<>();
  private final Map<Long, int[]> places = new HashMap<>();

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
    ofUnit
        .computeIfAbsent(unit, _ -> new ArrayList<>())
        .add(new float[] {(float) latitude, (float) longitude});
    int place = addressKey.hashCode();
    int[] others = places.computeIfAbsent(packed(latitude, longitude), _ -> new int[0]);
    if (others.length <= MOST_ON_A_POINT && Arrays.stream(others).noneMatch(one -> one == place)) {
      int[] more = Arrays.copyOf(others, others.length + 1);
      more[others.length] = place;
      places.put(packed(latitude, longitude), more);
    }
  }

  private static long packed(double latitude, double longitude) {
    return Math.round(latitude * 1e6) << 32 | Math.round(longitude * 1e6) & 0xFFFF_FFFFL;
  }

  /** Every point is gathered. */
  void complete() {
    ofUnit.forEach(
        (unit, points) -> {
          if (points.size() >= ENOUGH_FOR_A_MIDDLE) {
            middles.put(unit, new float[] {median(points, 0), median(points, 1)});
          }
        });
    ofUnit.clear();
  }

  private static float median(List<float[]> points, int axis) {
    float[] values = new float[points.size()];
    for (int at = 0; at < values.length; at++) {
      values[at] = points.get(at)[axis];
    }
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** What to believe of a point that lies in Japan. */
  Judged judge(@Nullable String unit, double latitude, double longitude) {
    float[] middle = unit == null ? null : middles.get(unit);
    if (unit == null) {
      return new Judged(null, "position-unplaced");
    }
    if (middle != null && km(middle, latitude, longitude) > FARTHEST_KM) {
      return new Judged(null, "position-far");
    }
    int[] sharing = places.getOrDefault(packed(latitude, longitude), new int[0]);
    return sharing.length > MOST_ON_A_POINT
        ? new Judged(Precision.TOWN, "position-shared")
        : new Judged(Precision.POINT, null);
  }

  private static double km(float[] middle, double latitude, double longitude) {
    return new Position(middle[0], middle[1], Precision.MUNICIPALITY, "")
        .kmTo(new Position(latitude, longitude, Precision.POINT, ""));
  }
}
