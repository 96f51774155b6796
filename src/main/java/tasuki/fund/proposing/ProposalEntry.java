package tasuki.fund.proposing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed. While it is written, anything may still be missing; {@link ProposalChecks} says
 * what.
 *
 * @param category code of the fund's category
 * @param issue the area's issue that it answers (課題)
 * @param content what is done
 * @param area where, in words
 * @param implementer who carries it out (実施主体)
 * @param operatorYen what those who carry it out pay themselves, in yen
 * @param link why the output leads to the outcome
 * @param difference what existing programmes that look alike cannot do
 * @param paidByNothingElse whether neither fees nor another subsidy pay for it
 */
public record ProposalEntry(
    String title,
    @Nullable String category,
    @Nullable String issue,
    @Nullable String content,
    @Nullable String area,
    @Nullable String implementer,
    @Nullable Integer firstYear,
    @Nullable Integer lastYear,
    List<Cost> costs,
    long operatorYen,
    Output output,
    Outcome outcome,
    @Nullable String link,
    @Nullable String difference,
    boolean paidByNothingElse) {

  /**
   * A line of what it costs.
   *
   * @param standard number of the standard example whose price it follows; null for none
   */
  public record Cost(String item, @Nullable Integer standard, long unitYen, BigDecimal quantity) {

    /** Price times quantity, to the full yen. */
    public long yen() {
      return quantity
          .multiply(BigDecimal.valueOf(unitYen))
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
    }
  }

  /** What is done, as a number (実施目標・アウトプット). */
  public record Output(@Nullable String name, @Nullable String unit, @Nullable BigDecimal target) {}

  /**
   * What comes of it, as a number (成果目標・アウトカム).
   *
   * @param indicator one that is kept here and gives the value; null for another one
   * @param year fiscal year in which the target is to be reached
   */
  public record Outcome(
      @Nullable UUID indicator,
      @Nullable String name,
      @Nullable String unit,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      @Nullable Integer year) {}

  /** All that it costs in the first year, in yen. */
  public long yen() {
    return costs.stream().mapToLong(Cost::yen).sum();
  }

  /** What the fund is asked for, in yen. */
  public long fundYen() {
    return yen() - operatorYen;
  }
}
