package tasuki.fund.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a programme afterwards (事後評価).
 *
 * @param outputs what was achieved of each output of the sheet, in its order
 * @param outcomes what was achieved of each outcome that no indicator gives, in the sheet's order
 * @param observed whether an outcome could be observed within the year
 * @param whyNot why it could not
 * @param effectiveness 事業の有効性
 * @param efficiency 事業の効率性
 */
public record EvaluationEntry(
    List<Achieved> outputs,
    List<Achieved> outcomes,
    boolean observed,
    @Nullable String whyNot,
    @Nullable String effectiveness,
    @Nullable String efficiency,
    @Nullable String note) {

  /** A number that was reached; null where none is known. */
  public record Achieved(@Nullable BigDecimal value) {}

  /** What it must say to be finished. */
  public enum Part {
    OUTPUT,
    OUTCOME,
    WHY_NOT,
    EFFECTIVENESS,
    EFFICIENCY
  }

  /**
   * What is still missing.
   *
   * @param known whether an indicator gives a value of the year
   */
  public List<Part> missing(boolean known) {
    List<Part> missing = new ArrayList<>();
    if (outputs.stream().map(Achieved::value).anyMatch(Objects::isNull)) {
      missing.add(Part.OUTPUT);
    }
    if (observed && !known && outcomes.stream().allMatch(one -> one.value() == null)) {
      missing.add(Part.OUTCOME);
    }
    if (!observed && whyNot == null) {
      missing.add(Part.WHY_NOT);
    }
    if (effectiveness == null) {
      missing.add(Part.EFFECTIVENESS);
    }
    if (efficiency == null) {
      missing.add(Part.EFFICIENCY);
    }
    return missing;
  }
}
