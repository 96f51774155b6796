package tasuki.insight.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tasuki.calendar.FiscalYear;
import tasuki.fund.schedule.Stage;
import tasuki.goal.OffTrack;
import tasuki.programme.Edition;
import tasuki.programme.Judging;
import tasuki.programme.Totals;

/**
 * How a fiscal year of an organisation stands.
 *
 * @param gone how much of the year is over, from 0 to 1
 * @param least below which share of its budget a programme is asked about; empty while it is early
 * @param lists what each list sums up to
 * @param divisions the same programmes by division in charge
 * @param lagging the programmes with the most money left of which too little is spent
 * @param indicators how those stand whose targets are of the year
 * @param open what is due of the fund's years; empty for everybody but the prefecture
 * @param unjudged the first of the programmes that no indicator judges
 * @param unjudgedCount how many there are of them
 */
record Progress(
    FiscalYear year,
    BigDecimal gone,
    Optional<BigDecimal> least,
    List<ListSum> lists,
    List<Totals.Part> divisions,
    List<Totals.Lagging> lagging,
    OffTrack.Standing indicators,
    List<Stage> open,
    List<Judging.Unjudged> unjudged,
    int unjudgedCount) {

  /** A list and what its programmes sum up to. */
  record ListSum(Edition list, Totals.Total total) {}

  /** All lists together; a programme that stands in two of them counts in both. */
  Totals.Total whole() {
    return lists.stream().map(ListSum::total).reduce(Totals.Total.NONE, Totals.Total::plus);
  }
}
