package tasuki.transition.rate;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small line chart of one area as its template draws it: everything is a number of the picture's
 * own units, and black and white say all that is said.
 *
 * @param last the latest value, written at the end of its line
 */
record RateChart(
    String title,
    String summary,
    List<String> line,
    List<String> whole,
    List<Dot> dots,
    List<Tick> ticks,
    List<Grid> grid,
    @Nullable Label last) {

  /** A month's value; hollow where few cases were counted. */
  record Dot(double x, double y, boolean few, String words) {}

  record Tick(double x, String month, @Nullable String year) {}

  record Grid(double y, String text) {}

  record Label(double x, double y, String text) {}

  static final int WIDTH = 340;
  static final int HEIGHT = 196;
  private static final double LEFT = 34;
  private static final double RIGHT = 292;
  private static final double TOP = 14;
  private static final double BOTTOM = 150;

  /** One area's line over the months, with the whole prefecture's as a broken one behind it. */
  static RateChart of(
      String title,
      List<YearMonth> months,
      Map<YearMonth, Tally> counts,
      Map<YearMonth, Tally> whole,
      RateWords say) {
    Tally sum = counts.values().stream().reduce(Tally.NOTHING, Tally::plus);
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      Tally tally = counts.getOrDefault(months.get(i), Tally.NOTHING);
      BigDecimal share = tally.share();
      if (share != null) {
        String words =
            say.of("chart.dot", say.month(months.get(i)), Tally.percent(share), tally.all());
        dots.add(new Dot(x(i, months.size()), y(share), tally.isFew(), words));
      }
    }
    BigDecimal share = sum.share();
    String summary =
        share == null
            ? say.of("chart.nothing")
            : say.of(
                "chart.summary",
                Tally.percent(share),
                say.number(sum.done()),
                say.number(sum.all()));
    return new RateChart(
        title,
        summary,
        lines(months, counts),
        lines(months, whole),
        dots,
        ticks(months, say),
        List.of(grid(0), grid(50), grid(100)),
        dots.isEmpty() ? null : label(dots.getLast()));
  }

  private static Label label(Dot dot) {
    String percent =
        String.format(Locale.ROOT, "%.0f%%", (BOTTOM - dot.y()) / (BOTTOM - TOP) * 100);
    return new Label(dot.x() + 7, dot.y() + 4, percent);
  }

  /** The pieces of a line; a month without cases breaks it. */
  private static List<String> lines(List<YearMonth> months, Map<YearMonth, Tally> counts) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < months.size(); i++) {
      BigDecimal share = counts.getOrDefault(months.get(i), Tally.NOTHING).share();
      if (share == null) {
        keep(lines, line);
      } else {
        line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i, months.size()), y(share)));
      }
    }
    keep(lines, line);
    return lines;
  }

  private static void keep(List<String> lines, StringBuilder line) {
    if (!line.isEmpty()) {
      lines.add(line.toString().strip());
      line.setLength(0);
    }
  }

  private static List<Tick> ticks(List<YearMonth> months, RateWords say) {
    int step = Math.max(1, (months.size() + 11) / 12);
    List<Tick> ticks = new ArrayList<>();
    double lastYear = -1_000;
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i);
      double x = x(i, months.size());
      boolean room = month.getMonthValue() < 10 || months.size() < 4;
      boolean year = (i == 0 && room || month.getMonthValue() == 1) && x - lastYear > 70;
      lastYear = year ? x : lastYear;
      if (year || i % step == 0) {
        String number = i % step == 0 ? "" + month.getMonthValue() : "";
        ticks.add(new Tick(x, number, year ? say.year(month) : null));
      }
    }
    return ticks;
  }

  private static Grid grid(int percent) {
    return new Grid(BOTTOM - percent / 100.0 * (BOTTOM - TOP), "" + percent);
  }

  private static double x(int index, int size) {
    double x = size < 2 ? (LEFT + RIGHT) / 2 : LEFT + 8 + index * (RIGHT - LEFT - 8) / (size - 1);
    return Math.round(x * 10) / 10.0;
  }

  private static double y(BigDecimal share) {
    return Math.round((BOTTOM - share.doubleValue() * (BOTTOM - TOP)) * 10) / 10.0;
  }
}
