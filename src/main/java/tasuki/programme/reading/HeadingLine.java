package tasuki.programme.reading;

import java.util.List;
import tasuki.table.TableRow;

/**
 * A line that is a heading.
 *
 * @param headings the upper first; printed lists put two levels on one line
 */
public record HeadingLine(TableRow source, List<Heading> headings, List<Doubt> doubts)
    implements ListLine {

  public HeadingLine {
    headings = List.copyOf(headings);
    doubts = List.copyOf(doubts);
  }
}
