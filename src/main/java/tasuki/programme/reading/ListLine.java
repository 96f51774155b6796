package tasuki.programme.reading;

import java.util.List;
import tasuki.table.TableRow;

/** A line of a printed list and what it says. */
public sealed interface ListLine permits HeadingLine, ProgrammeLine, TotalLine, OtherLine {

  /** The line exactly as it stands in the source. */
  TableRow source();

  /** What is not certain about it. */
  List<Doubt> doubts();

  /** Whether nothing about it waits for a person. */
  default boolean isSound() {
    return doubts().stream().noneMatch(Doubt::asks);
  }
}
