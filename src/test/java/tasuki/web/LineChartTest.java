package tasuki.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Line charts of whatever values stay in their frame, on a round scale, with names apart. */
class LineChartTest {

  @Provide
  Arbitrary<@Nullable BigDecimal> values() {
    return Arbitraries.oneOf(
            Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(2),
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.ONE).ofScale(3),
            Arbitraries.of(BigDecimal.ZERO, BigDecimal.TEN))
        .injectNull(0.2);
  }

  private static LineChart.Line line(String name, List<@Nullable BigDecimal> values) {
    return new LineChart.Line(name, values, values.stream().map(String::valueOf).toList(), false);
  }

  private static List<String> columns(int count) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add("R" + i);
    }
    return columns;
  }

  @Property(tries = 1_000)
  void everything_is_drawn_within_the_picture_and_in_the_order_of_its_size(
      @ForAll @Size(min = 1, max = 12) List<@From("values") @Nullable BigDecimal> values) {
    LineChart chart =
        LineChart.of("c", null, columns(values.size()), List.of(line("a", values))).orElse(null);
    if (chart == null) {
      assertThat(values).containsOnlyNulls();
      return;
    }
    List<LineChart.Dot> dots = chart.drawn().getFirst().dots();
    List<BigDecimal> drawn = values.stream().filter(Objects::nonNull).toList();
    assertThat(dots).hasSameSizeAs(drawn);
    for (int i = 0; i < dots.size(); i++) {
      assertThat(dots.get(i).x()).isBetween(0.0, (double) LineChart.WIDTH);
      assertThat(dots.get(i).y()).isBetween(15.9, 196.1);
      for (int j = 0; j < dots.size(); j++) {
        if (drawn.get(i).compareTo(drawn.get(j)) > 0) {
          assertThat(dots.get(i).y()).isLessThanOrEqualTo(dots.get(j).y());
        }
      }
    }
    assertThat(chart.grid()).hasSizeBetween(2, 9);
    assertThat(chart.ticks()).hasSizeLessThanOrEqualTo(8);
  }

  @Property(tries = 500)
  void names_at_the_ends_of_lines_stand_apart_and_above_the_axis(
      @ForAll @Size(min = 2, max = 4) List<@From("values") @Nullable BigDecimal> ends) {
    List<LineChart.Line> lines = new ArrayList<>();
    for (BigDecimal end : ends) {
      lines.add(line("line " + lines.size(), List.of(end == null ? BigDecimal.ONE : end)));
    }
    List<Double> places =
        LineChart.of("c", null, columns(1), lines).orElseThrow().drawn().stream()
            .map(one -> Objects.requireNonNull(one.label()).y())
            .sorted()
            .toList();
    for (int i = 1; i < places.size(); i++) {
      assertThat(places.get(i) - places.get(i - 1)).isGreaterThanOrEqualTo(16);
    }
    assertThat(places.getLast()).isLessThanOrEqualTo(200.1);
  }

  @Example
  void a_line_goes_on_over_a_year_without_a_value_and_what_is_wanted_has_none() {
    List<@Nullable BigDecimal> values = new ArrayList<>(List.of(BigDecimal.ONE, BigDecimal.TWO));
    values.add(null);
    values.add(BigDecimal.TEN);
    LineChart.Line aim = new LineChart.Line("b", values, List.of("1", "2", "", "10"), true);
    LineChart chart =
        LineChart.of("c", "%", columns(4), List.of(line("a", values), aim)).orElseThrow();
    assertThat(chart.drawn().getFirst().points().split(" ")).hasSize(3);
    assertThat(chart.drawn().getLast().points()).isEmpty();
    assertThat(chart.drawn().getLast().dots()).hasSize(3);
    assertThat(chart.grid().getFirst().text()).as("from zero, which is near").isEqualTo("0");
  }
}
