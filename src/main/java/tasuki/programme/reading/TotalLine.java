package tasuki.programme.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tasuki.table.TableRow;

/**
 * A line that is a sum.
 *
 * @param of mark or name of the heading it is the sum of; empty where it names none
 * @param planned in yen as printed; null where none is printed or it is not certain
 * @param settled in yen as printed
 * @param count number of programmes as printed
 */
public record TotalLine(
    TableRow source,
    Kind kind,
    String of,
    @Nullable Long planned,
    @Nullable Long settled,
    @Nullable Integer count,
    List<Doubt> doubts)
    implements ListLine {

  /** Of what it is the sum. */
  public enum Kind {
    /** 小計. */
    SUBTOTAL,
    /** 計 without another word: of what stands since the last sum, or else of everything. */
    SUM,
    /** 合計 (A): of everything, with what is posted again. */
    GROSS,
    /** 再掲事業計 (B): of what is posted again. */
    REPOSTED,
    /** 純合計 (A)-(B). */
    NET
  }

  public TotalLine {
    doubts = List.copyOf(doubts);
  }
}
