package tasuki.programme.importing;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tasuki.programme.Amounts.Amount;
import tasuki.programme.HeadingId;
import tasuki.programme.ProgrammeId;
import tasuki.programme.YearEntry;
import tasuki.programme.YearId;

/**
 * What taking a list did, kept with it so that it can be undone.
 *
 * @param begun whether the list is one that did not stand in any year
 * @param opened whether its year did not stand
 * @param headings that were added, a parent before what stands under it
 */
record Trace(boolean begun, boolean opened, List<HeadingId> headings, List<Step> steps) {

  /**
   * By what it is seen whether somebody changed a programme's year or its money.
   *
   * @param change the last change of its money
   */
  record Mark(int version, @Nullable UUID change) {}

  /**
   * A programme's year that became different.
   *
   * @param begun whether the programme was not there in any year
   * @param before what the year said; null where the list put it there
   * @param amounts as they stood where they became different
   * @param was how the list found the year; null where it was not there
   * @param left how the list left it
   */
  record Step(
      YearId year,
      ProgrammeId programme,
      boolean begun,
      @Nullable YearEntry before,
      List<Amount> amounts,
      @Nullable Mark was,
      Mark left) {

    /** Whether the list put the year there. */
    boolean added() {
      return before == null;
    }

    Step left(Mark now) {
      return new Step(year, programme, begun, before, amounts, was, now);
    }
  }

  Trace each(UnaryOperator<Step> change) {
    return new Trace(begun, opened, headings, steps.stream().map(change).toList());
  }
}
