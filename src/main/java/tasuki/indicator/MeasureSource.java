package tasuki.indicator;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An instrument that counts. It marks the months that change ({@link Measures#changed}) in the
 * transaction of the change; the recount asks it for these months later.
 */
public interface MeasureSource {

  /** By which its marks are known; the name of its room. */
  String source();

  /** What it counts. */
  Collection<MeasureDefinition> measures();

  /**
   * Counts a month afresh, from what is stored now. Called as a job, inside a transaction.
   *
   * @return the rows of every measure of the source; a measure left out has none in this month
   */
  Map<MeasureId, List<MeasureRow>> count(YearMonth month);
}
