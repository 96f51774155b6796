package tasuki.goal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.indicator.Actual;
import tasuki.indicator.ComparatorValue;
import tasuki.indicator.Direction;
import tasuki.indicator.Target;

/**
 * What one row of a plan's table says of an indicator.
 *
 * @param year the fiscal year of the table
 * @param place of the row under its goal
 */
record Statement(
    String plan,
    FiscalYear year,
    String area,
    String section,
    String goal,
    String indicator,
    boolean repost,
    int place,
    @Nullable Direction direction,
    String unit,
    int decimals,
    String definition,
    String source,
    @Nullable String note,
    List<Line> lines) {

  /** What it says of one series. */
  record Line(
      String label, List<Target> targets, List<Actual> actuals, List<ComparatorValue> comparators) {

    /** Whether both say the same figures, however they were printed. */
    boolean agrees(Line other) {
      return label.equals(other.label)
          && targets.stream()
              .map(one -> List.of(one.year(), one.due(), one.aim()))
              .toList()
              .equals(
                  other.targets.stream()
                      .map(one -> List.of(one.year(), one.due(), one.aim()))
                      .toList())
          && values(actuals).equals(values(other.actuals));
    }

    private static List<String> values(List<Actual> actuals) {
      return actuals.stream()
          .map(one -> one.year() + "/" + one.asOf() + "/" + one.value())
          .toList();
    }
  }

  /** Whether both say the same figures of every series. */
  boolean agrees(Statement other) {
    if (lines.size() != other.lines.size()) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).agrees(other.lines.get(i))) {
        return false;
      }
    }
    return true;
  }
}
