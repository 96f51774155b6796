package tasuki.directory;

import java.util.Collection;
import java.util.Locale;

/**
 * A picture of a piece of ground that is small enough to be flat: north is on top, and a kilometre
 * is as long in every direction. Lengths are in the picture's own units.
 *
 * @param west the longitude of its left edge
 * @param north the latitude of its upper edge
 * @param perKm how long a kilometre is
 */
public record Plane(
    double west,
    double north,
    double perKm,
    double kmPerLongitude,
    int width,
    int height,
    double edge) {

  private static final double KM_PER_LATITUDE = 111.195;

  /** What lies in one place is shown with this much around it. */
  private static final double LEAST_KM = 1;

  /**
   * The plane on which all of them lie, as large as fits; what is narrower than the picture stands
   * in its middle.
   *
   * @param all at least one
   * @param edge what is left free on each side
   */
  public static Plane around(Collection<Position> all, int width, int mostHeight, double edge) {
    double south = all.stream().mapToDouble(Position::latitude).min().orElseThrow();
    double north = all.stream().mapToDouble(Position::latitude).max().orElseThrow();
    double west = all.stream().mapToDouble(Position::longitude).min().orElseThrow();
    double east = all.stream().mapToDouble(Position::longitude).max().orElseThrow();
    // A degree of longitude shrinks northwards.
    double kmPerLongitude = KM_PER_LATITUDE * Math.cos(Math.toRadians((south + north) / 2));
    double widthKm = Math.max(LEAST_KM, (east - west) * kmPerLongitude);
    double heightKm = Math.max(LEAST_KM, (north - south) * KM_PER_LATITUDE);
    double perKm = Math.min((width - 2 * edge) / widthKm, (mostHeight - 2 * edge) / heightKm);
    int height = (int) Math.ceil(heightKm * perKm + 2 * edge);
    double spare = (width - 2 * edge - widthKm * perKm) / 2 / perKm / kmPerLongitude;
    return new Plane(west - spare, north, perKm, kmPerLongitude, width, height, edge);
  }

  /** How far to the right a place is, to a tenth. */
  public double x(Position place) {
    return round(edge + (place.longitude() - west) * kmPerLongitude * perKm);
  }

  /** How far down a place is, to a tenth. */
  public double y(Position place) {
    return round(edge + (north - place.latitude()) * KM_PER_LATITUDE * perKm);
  }

  /** How long so many kilometres are, to a tenth. */
  public double length(double km) {
    return round(km * perKm);
  }

  /** What the frame of an SVG picture needs. */
  public String viewBox() {
    return String.format(Locale.ROOT, "0 0 %d %d", width, height);
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
