package tasuki.insight.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Plane;
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
    Plane plane = Plane.around(all, WIDTH, MOST_HEIGHT, EDGE);
    List<Box> taken = new ArrayList<>();
    for (Point point : points) {
      Position at = Objects.requireNonNull(point.unit().middle());
      taken.add(Box.around(plane.x(at), plane.y(at)));
    }
    List<Ring> rings = place == null ? List.of() : rings(place, km, plane, taken);
    List<Dot> dots = dots(points, plane, taken);
    return new CoverageMap(WIDTH, plane.height(), dots, rings, scale(plane));
  }

  /** How far a ring is out stands at its top, or at its foot where something lies at the top. */
  private static List<Ring> rings(Position place, List<Integer> km, Plane plane, List<Box> taken) {
    double x = plane.x(place);
    double y = plane.y(place);
    List<Ring> rings = new ArrayList<>();
    for (int end : km) {
      double radius = plane.length(end);
      if (radius < 1.5 * WIDTH) {
        String text = end + " km";
        Box top = Box.around(x, y - radius + LETTER, width(text));
        Box foot = Box.around(x, y + radius - LETTER, width(text));
        Box box = taken.stream().anyMatch(top::touches) ? foot : top;
        taken.add(box);
        rings.add(new Ring(x, y, radius, text, box.bottom() - LETTER / 4));
      }
    }
    return rings;
  }

  /** Names are written where they cover neither a name nor a dot; the others are in the table. */
  private static List<Dot> dots(List<Point> points, Plane plane, List<Box> taken) {
    List<Dot> dots = new ArrayList<>();
    for (Point point : points) {
      Position at = Objects.requireNonNull(point.unit().middle());
      double x = plane.x(at);
      double y = plane.y(at);
      Label label = label(x, y, point.name(), taken);
      dots.add(new Dot(x, y, point.state(), point.words(), label));
    }
    return dots;
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(letter -> letter < 0x500 ? LETTER * 0.6 : LETTER).sum();
  }

  private static @Nullable Label label(double x, double y, String name, List<Box> taken) {
    double width = width(name);
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

    /** A line of text with its middle there. */
    static Box around(double x, double y, double width) {
      return new Box(x - width / 2, y - LETTER / 2, x + width / 2, y + LETTER / 2);
    }

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static Scale scale(Plane plane) {
    int km = SCALES.stream().filter(one -> plane.length(one) < WIDTH / 3.0).findFirst().orElse(1);
    return new Scale(plane.length(km), km + " km");
  }

  /** What the picture's frame needs. */
  public String viewBox() {
    return "0 0 %d %d".formatted(width, height);
  }
}
