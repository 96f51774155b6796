package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Position;
import tasuki.insight.coverage.Ground.Unit;

/**
 * A map without tiles, as its template draws it: the middles of base units as points whose shape
 * says all that their colour says, and rings of kilometres. Everything is a number of the picture's
 * own units.
 */
record CoverageMap(int width, int height, List<Dot> dots, List<Ring> rings, Scale scale) {

  /**
   * A base unit.
   *
   * @param state by which it is drawn: here, near, far, place
   * @param words for whoever points at it
   * @param label written beside it; null where there is no room
   */
  record Dot(double x, double y, String state, String words, @Nullable Label label) {}

  /**
   * A name beside its dot.
   *
   * @param anchor start where it stands to the right of the dot, end to the left
   */
  record Label(double x, double y, String anchor, String text) {}

  /** A circle around the place. */
  record Ring(double x, double y, double radius, String text, double textY) {}

  /** A line that is so many kilometres long. */
  record Scale(double length, String text) {}

  /** A base unit to be drawn. */
  record Point(Unit unit, String state, String words, String name) {}

  private static final int WIDTH = 720;
  private static final int MOST_HEIGHT = 720;
  private static final double EDGE = 48;
  private static final double LETTER = 13;
  private static final double ASIDE = 10;
  private static final double KM_PER_DEGREE = 111.195;
  private static final List<Integer> SCALES = List.of(50, 20, 10, 5, 2, 1);

  /** The points without rings. */
  static CoverageMap of(List<Point> points) {
    return of(points, null, List.of());
  }

  /**
   * The points around a place.
   *
   * @param place the middle of the rings; null without rings
   * @param km where the rings lie; those that would leave the picture far behind are left out
   */
  static CoverageMap of(List<Point> points, @Nullable Position place, List<Integer> km) {
    List<Position> all = new ArrayList<>();
    points.forEach(point -> all.add(Objects.requireNonNull(point.unit().middle())));
    if (place != null) {
      all.add(place);
    }
    if (all.isEmpty()) {
      return new CoverageMap(WIDTH, 1, List.of(), List.of(), new Scale(0, ""));
    }
    Projection projection = Projection.of(all);
    List<Dot> dots = dots(points, projection);
    List<Ring> rings = new ArrayList<>();
    if (place != null) {
      for (int end : km) {
        double radius = end * projection.perKm();
        if (radius < 1.5 * WIDTH) {
          double y = projection.y(place);
          rings.add(
              new Ring(projection.x(place), y, round(radius), end + " km", round(y - radius + 14)));
        }
      }
    }
    return new CoverageMap(WIDTH, projection.height(), dots, rings, scale(projection));
  }

  /** Names are written where they cover neither a name nor a dot; the others are in the table. */
  private static List<Dot> dots(List<Point> points, Projection projection) {
    List<Box> taken = new ArrayList<>();
    for (Point point : points) {
      Position at = Objects.requireNonNull(point.unit().middle());
      taken.add(Box.around(projection.x(at), projection.y(at)));
    }
    List<Dot> dots = new ArrayList<>();
    for (Point point : points) {
      Position at = Objects.requireNonNull(point.unit().middle());
      double x = projection.x(at);
      double y = projection.y(at);
      Label label = label(x, y, point.name(), taken);
      dots.add(new Dot(x, y, point.state(), point.words(), label));
    }
    return dots;
  }

  private static @Nullable Label label(double x, double y, String name, List<Box> taken) {
    double width =
        name.codePoints().mapToDouble(letter -> letter < 0x500 ? LETTER / 2 : LETTER).sum();
    Box right = new Box(x + ASIDE, y - LETTER / 2, x + ASIDE + width, y + LETTER / 2);
    Box left = new Box(x - ASIDE - width, y - LETTER / 2, x - ASIDE, y + LETTER / 2);
    for (Box box : List.of(right, left)) {
      boolean inside = box.left() >= 0 && box.right() <= WIDTH;
      if (inside && taken.stream().noneMatch(box::touches)) {
        taken.add(box);
        return box == right
            ? new Label(x + ASIDE, y + LETTER / 3, "start", name)
            : new Label(x - ASIDE, y + LETTER / 3, "end", name);
      }
    }
    return null;
  }

  /** A part of the picture that something covers. */
  private record Box(double left, double top, double right, double bottom) {

    static Box around(double x, double y) {
      return new Box(x - ASIDE + 1, y - ASIDE + 1, x + ASIDE - 1, y + ASIDE - 1);
    }

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static Scale scale(Projection projection) {
    int km =
        SCALES.stream().filter(one -> one * projection.perKm() < WIDTH / 3.0).findFirst().orElse(1);
    return new Scale(round(km * projection.perKm()), km + " km");
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /** Degrees into the picture: as wide as it is high on the ground, north on top. */
  private record Projection(
      double west, double north, double perKm, double kmPerLongitude, int height) {

    static Projection of(List<Position> all) {
      double south = all.stream().mapToDouble(Position::latitude).min().orElseThrow();
      double north = all.stream().mapToDouble(Position::latitude).max().orElseThrow();
      double west = all.stream().mapToDouble(Position::longitude).min().orElseThrow();
      double east = all.stream().mapToDouble(Position::longitude).max().orElseThrow();
      double kmPerLongitude = KM_PER_DEGREE * Math.cos(Math.toRadians((south + north) / 2));
      double widthKm = Math.max(1, (east - west) * kmPerLongitude);
      double heightKm = Math.max(1, (north - south) * KM_PER_DEGREE);
      double perKm = Math.min((WIDTH - 2 * EDGE) / widthKm, (MOST_HEIGHT - 2 * EDGE) / heightKm);
      int height = (int) Math.ceil(heightKm * perKm + 2 * EDGE);
      // What is narrower than the picture stands in its middle.
      double spare = (WIDTH - 2 * EDGE - widthKm * perKm) / 2 / perKm / kmPerLongitude;
      return new Projection(west - spare, north, perKm, kmPerLongitude, height);
    }

    double x(Position position) {
      return round(EDGE + (position.longitude() - west) * kmPerLongitude * perKm);
    }

    double y(Position position) {
      return round(EDGE + (north - position.latitude()) * KM_PER_DEGREE * perKm);
    }
  }

  /** What the picture's frame needs. */
  public String viewBox() {
    return String.format(Locale.ROOT, "0 0 %d %d", width, height);
  }
}
