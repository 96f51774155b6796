package tasuki.programme.importing;

import java.util.ArrayList;
import java.util.List;
import tasuki.kernel.RefusedException;
import tasuki.programme.reading.ProgrammeLine;
import tasuki.programme.reading.Values;

/** A programme and the lines on which it stands, the first of them its own. */
record Group(ProgrammeLine main, List<ProgrammeLine> again) {

  /**
   * The programmes of a list, in its order.
   *
   * @throws RefusedException when a line stands again that stands nowhere
   */
  static List<Group> of(List<ProgrammeLine> lines) {
    List<Group> groups = new ArrayList<>();
    for (ProgrammeLine line : lines) {
      if (!line.values().isRepost()) {
        groups.add(new Group(line, new ArrayList<>()));
      }
    }
    for (ProgrammeLine line : lines) {
      if (line.values().isRepost()) {
        groups.stream()
            .filter(group -> isSame(group.main().values(), line.values()))
            .findFirst()
            .orElseThrow(
                () ->
                    RefusedException.because(
                        "programme.import.no-original", line.source().number()))
            .again()
            .add(line);
      }
    }
    return groups;
  }

  private static boolean isSame(Values one, Values other) {
    return Taking.plain(one.name()).equals(Taking.plain(other.name()))
        && (other.number().isEmpty() || one.number().equals(other.number()));
  }
}
