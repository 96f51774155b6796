package tasuki.programme.reading;

import java.util.List;
import tasuki.table.TableRow;

/** A line that is neither heading, programme nor total. */
public record OtherLine(TableRow source, Kind kind, List<Doubt> doubts) implements ListLine {

  /** What it is. */
  public enum Kind {
    TITLE,
    UNIT,
    COLUMNS,
    NOTE,
    UNKNOWN
  }

  public OtherLine {
    doubts = List.copyOf(doubts);
  }

  static OtherLine of(TableRow source, Kind kind) {
    return new OtherLine(
        source, kind, kind == Kind.UNKNOWN ? List.of(Doubt.of(Reason.UNKNOWN_LINE)) : List.of());
  }
}
