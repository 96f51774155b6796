package tasuki.directory;

/**
 * A place on the map, with what is known of how exact it is.
 *
 * @param latitude degrees north, JGD2011/WGS84
 * @param longitude degrees east
 * @param precision how exact
 * @param source who says so: a list's name, the organisation itself, or the municipality's middle
 */
public record Position(double latitude, double longitude, Precision precision, String source) {

  /** How exact a position is. Every distance is shown with the coarser one of its two ends. */
  public enum Precision {
    /** The building. */
    POINT,
    /** 町丁: a few hundred metres to a few kilometres. */
    TOWN,
    /** 市区町村: kilometres. */
    MUNICIPALITY;

    /** The coarser of the two. */
    public Precision or(Precision other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  /** The source of what the organisation itself or an officer entered. */
  public static final String ENTERED = "OWN";

  /** The mean radius of the earth in kilometres (IUGG). */
  private static final double EARTH_KM = 6371.0088;

  /**
   * Whether a point lies in Japan, as far as two numbers tell: in no case where they are swapped.
   */
  public static boolean isInJapan(double latitude, double longitude) {
    return latitude > 20 && latitude < 46 && longitude > 122 && longitude < 154;
  }

  /** The distance in a straight line (直線距離) in kilometres, on a sphere. */
  public double kmTo(Position other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double half =
        Math.pow(Math.sin(north / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(east / 2), 2);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
