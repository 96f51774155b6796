package tasuki.programme.importing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tasuki.programme.reading.ListDoubts;
import tasuki.programme.reading.ListLine;
import tasuki.programme.reading.ProgrammeLine;
import tasuki.programme.reading.Reason;
import tasuki.programme.reading.TotalCheck;
import tasuki.programme.reading.Totals;
import tasuki.programme.reading.Values;

/**
 * A list as it stands after what was decided: which lines still wait, and whether its printed
 * totals are what the lines sum up to.
 */
record Review(List<Line> lines, List<TotalCheck> totals) {

  /** Nobody can decide that these do not matter: the line could not stand in a list. */
  private static final Set<Reason> STAYS =
      EnumSet.of(
          Reason.NAME_MISSING,
          Reason.HEADING_MISSING,
          Reason.NUMBER_TWICE,
          Reason.REPOST_WITHOUT_ORIGINAL);

  /**
   * A line.
   *
   * @param place of the line in what was read
   * @param decided whether a person decided about it
   * @param left whether it is not taken
   */
  record Line(int place, ListLine line, boolean decided, boolean left) {

    /** Whether somebody has to decide before the list can be taken. */
    boolean waits() {
      if (left) {
        return false;
      }
      return decided
          ? line.doubts().stream().anyMatch(doubt -> STAYS.contains(doubt.reason()))
          : !line.isSound();
    }
  }

  static Review of(PrintedList draft) {
    List<ListLine> read = draft.reading().lines();
    List<ListLine> standing = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < read.size(); place++) {
      Decision decision = draft.decisions().get(place);
      if (decision == null || !decision.left()) {
        standing.add(said(read.get(place), decision));
        places.add(place);
      }
    }
    List<ListLine> judged = ListDoubts.renewed(standing);
    Line[] lines = new Line[read.size()];
    for (int place = 0; place < lines.length; place++) {
      lines[place] = new Line(place, read.get(place), true, true);
    }
    for (int at = 0; at < judged.size(); at++) {
      int place = places.get(at);
      lines[place] = new Line(place, judged.get(at), draft.decisions().containsKey(place), false);
    }
    return new Review(List.of(lines), Totals.check(judged));
  }

  private static ListLine said(
      ListLine line, @org.jspecify.annotations.Nullable Decision decision) {
    Values values = decision == null ? null : decision.values();
    return values != null && line instanceof ProgrammeLine programme
        ? programme.corrected(values)
        : line;
  }

  /** The lines about which somebody has to decide. */
  List<Line> waiting() {
    return lines.stream().filter(Line::waits).toList();
  }

  /** The programmes that are taken, in their order. */
  List<ProgrammeLine> programmes() {
    return lines.stream()
        .filter(line -> !line.left())
        .map(Line::line)
        .filter(ProgrammeLine.class::isInstance)
        .map(ProgrammeLine.class::cast)
        .toList();
  }

  /** Whether every printed total is what the lines sum up to. */
  boolean agrees() {
    return totals.stream().allMatch(TotalCheck::agrees);
  }
}
