package tasuki.table;

import java.util.List;

/** Takes the rows of a list while it is read. */
public interface ListRows {

  /**
   * A sound row.
   *
   * @param line where it stands in the file
   * @param scope the part of the list it belongs to, such as a prefecture's code
   * @param key by which the same thing is known in the next file; a second row of the same key is
   *     rejected by the taker with its reason
   * @param content all that the list says of it as a JSON object, always written the same way, so
   *     that equal contents are equal texts
   */
  void take(int line, String scope, String key, String content);

  /**
   * A row that is not taken, with what is wrong about it.
   *
   * @param cells what stands in the row
   */
  void reject(int line, Fault fault, List<String> cells);

  /**
   * A row that is not taken although it can be told what it speaks of. What an earlier file said of
   * the same key stays: a slip of the pen closes nothing.
   *
   * @param key as it would have been taken
   */
  default void reject(int line, String key, Fault fault, List<String> cells) {
    reject(line, fault, cells);
  }
}
