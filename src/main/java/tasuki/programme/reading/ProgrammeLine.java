package tasuki.programme.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/**
 * A line that is a programme.
 *
 * @param path the headings it stands under, the uppermost first
 * @param suggestion what it would say if its cells were shifted back; taken only by a person
 */
public record ProgrammeLine(
    TableRow source,
    List<Heading> path,
    Values values,
    List<Doubt> doubts,
    @Nullable Values suggestion)
    implements ListLine {

  public ProgrammeLine {
    path = List.copyOf(path);
    doubts = List.copyOf(doubts);
  }

  /**
   * The line after a person said what it means. Ask {@link ListDoubts} what follows for the list.
   */
  public ProgrammeLine corrected(Values said) {
    return new ProgrammeLine(source, path, said, List.of(), null);
  }

  ProgrammeLine judged(List<Doubt> judgements) {
    List<Doubt> all = new ArrayList<>(doubts);
    all.removeIf(doubt -> doubt.reason().isJudged());
    all.addAll(judgements);
    return all.equals(doubts) ? this : new ProgrammeLine(source, path, values, all, suggestion);
  }
}
