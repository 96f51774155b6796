package tasuki.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small line chart over years as {@code web/charts :: line} draws it. Everything is a number of
 * the picture's own units; lines differ by their strokes and are named at their ends, so that black
 * and white say all that is said.
 *
 * @param columns what stands along the axis, such as years
 * @param lines in the order in which they are told apart, at most four
 */
public record LineChart(
    String caption,
    @Nullable String unit,
    List<String> columns,
    List<Line> lines,
    List<Drawn> drawn,
    List<Tick> ticks,
    List<Grid> grid) {

  /**
   * The values of one line.
   *
   * @param values one for each column; where one is null, the line goes on to the next
   * @param texts the same as they are written
   * @param aim whether it shows what is wanted: marks without a line between them
   */
  public record Line(
      String name, List<@Nullable BigDecimal> values, List<String> texts, boolean aim) {}

  /** A line as it is drawn. */
  public record Drawn(String kind, String points, List<Dot> dots, @Nullable Label label) {}

  /** A value; where it stands and what it says when it is pointed at. */
  public record Dot(double x, double y, String words) {}

  /** A mark along the axis; every second one is left out where there are many. */
  public record Tick(double x, String text) {}

  /** A line across with its value. */
  public record Grid(double y, String text) {}

  /** A name at the end of a line. */
  public record Label(double x, double y, String text) {}

  public static final int WIDTH = 560;
  public static final int HEIGHT = 240;
  private static final double LEFT = 62;
  private static final double RIGHT = 400;
  private static final double TOP = 16;
  private static final double BOTTOM = 196;

  /** As high as names are where the picture is smallest, on a phone. */
  private static final double LABEL_HEIGHT = 20;

  private static final int LONGEST_NAME = 10;
  private static final int MOST_TICKS = 8;
  private static final int STEPS = 4;

  /** Draws the lines; empty where there is no value at all. */
  public static Optional<LineChart> of(
      String caption, @Nullable String unit, List<String> columns, List<Line> lines) {
    List<BigDecimal> all =
        lines.stream().flatMap(line -> line.values().stream()).filter(Objects::nonNull).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Scale scale = Scale.of(all);
    List<Drawn> drawn = new ArrayList<>();
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      drawn.add(drawn(lines.get(i), i, columns, scale, taken));
    }
    List<Tick> ticks = new ArrayList<>();
    int step = (columns.size() + MOST_TICKS - 1) / MOST_TICKS;
    for (int i = 0; i < columns.size(); i += step) {
      ticks.add(new Tick(x(i, columns.size()), columns.get(i)));
    }
    return Optional.of(new LineChart(caption, unit, columns, lines, drawn, ticks, scale.grid()));
  }

  private static Drawn drawn(
      Line line, int number, List<String> columns, Scale scale, List<Double> taken) {
    List<Dot> dots = new ArrayList<>();
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < line.values().size(); i++) {
      BigDecimal value = line.values().get(i);
      if (value != null) {
        double x = x(i, columns.size());
        double y = scale.y(value);
        dots.add(new Dot(x, y, columns.get(i) + " " + line.name() + " " + line.texts().get(i)));
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
      }
    }
    return new Drawn(
        line.aim() ? "aim" : "line-" + (number + 1),
        line.aim() ? "" : points.toString().strip(),
        dots,
        dots.isEmpty() ? null : label(dots.getLast(), line.name(), taken));
  }

  /** Names keep out of each other's way. */
  private static Label label(Dot dot, String name, List<Double> taken) {
    double y = dot.y() + 4;
    for (int away = 0; isTaken(y, taken); away++) {
      // Up, down, further up: as near to its line as there is room above the axis.
      double step = (away / 2 + 1) * LABEL_HEIGHT * (away % 2 == 0 ? -1 : 1);
      y = Math.min(dot.y() + 4 + step, BOTTOM + 4);
    }
    taken.add(y);
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    return new Label(RIGHT + 10, y, shown);
  }

  private static boolean isTaken(double y, List<Double> taken) {
    return taken.stream().anyMatch(other -> Math.abs(other - y) < LABEL_HEIGHT);
  }

  private static double x(int index, int size) {
    double x = size < 2 ? (LEFT + RIGHT) / 2 : LEFT + 12 + index * (RIGHT - LEFT - 24) / (size - 1);
    return Math.round(x * 10) / 10.0;
  }

  /**
   * Round numbers from below the least value to above the greatest; from zero where that is near.
   */
  private record Scale(BigDecimal low, BigDecimal step, int steps) {

    static Scale of(List<BigDecimal> values) {
      BigDecimal least = values.stream().min(BigDecimal::compareTo).orElseThrow();
      BigDecimal most = values.stream().max(BigDecimal::compareTo).orElseThrow();
      boolean fromZero = least.signum() >= 0 && least.multiply(BigDecimal.TWO).compareTo(most) <= 0;
      BigDecimal bottom = fromZero ? BigDecimal.ZERO : least;
      BigDecimal step = round(most.subtract(bottom), most.abs().max(least.abs()));
      BigDecimal low = bottom.divide(step, 0, RoundingMode.FLOOR).multiply(step);
      int steps = most.subtract(low).divide(step, 0, RoundingMode.CEILING).intValueExact();
      return new Scale(low, step, Math.max(1, steps));
    }

    /** 1, 2 or 5 times a power of ten, so that some four steps span the values. */
    private static BigDecimal round(BigDecimal span, BigDecimal size) {
      BigDecimal wanted = span.signum() == 0 ? size.multiply(new BigDecimal("0.1")) : span;
      double rough = Math.max(wanted.doubleValue() / STEPS, 1e-9);
      int power = (int) Math.floor(Math.log10(rough));
      BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(power);
      for (int factor : new int[] {1, 2, 5}) {
        BigDecimal step = unit.multiply(BigDecimal.valueOf(factor));
        if (step.doubleValue() >= rough) {
          return step;
        }
      }
      return unit.scaleByPowerOfTen(1);
    }

    double y(BigDecimal value) {
      double share = value.subtract(low).doubleValue() / (step.doubleValue() * steps);
      return Math.round((BOTTOM - share * (BOTTOM - TOP)) * 10) / 10.0;
    }

    List<Grid> grid() {
      List<Grid> grid = new ArrayList<>();
      for (int i = 0; i <= steps; i++) {
        BigDecimal value = low.add(step.multiply(BigDecimal.valueOf(i)));
        grid.add(
            new Grid(
                y(value),
                String.format(Locale.ROOT, "%,." + Math.max(0, step.scale()) + "f", value)));
      }
      return grid;
    }
  }
}
