package tasuki.table;

import java.util.Optional;

/**
 * A list that is brought in file by file and replaces what an earlier file said: official lists of
 * organisations, areas, population, holidays. How a file is read is the kind's affair; comparing it
 * with what is there, showing the difference, applying and undoing are the same for all kinds.
 *
 * <p>Each row has a key that is unique in the list, stands in one part (scope) of the list and has
 * a content. A file speaks for the scopes that occur in it: what stands in them and is not in the
 * file closes; other scopes stay as they are, such as the prefectures a new list lacks.
 *
 * <p>Its words stand in the room's messages: {@code list.<kind>} its name, {@code list.<kind>.lead}
 * which file it takes and where that comes from, {@code list.<kind>.field.<field>} what a field of
 * the contents is called, {@code list.<kind>.scope.<word>} each word of a part's name; a word
 * without one is a prefecture's code ({@code area.prefecture.<code>}) or stands for itself.
 */
public interface ListKind {

  /** The word on the command line and in addresses, such as {@code institutions}. */
  String kind();

  /**
   * Reads a file row by row, without keeping the whole of it.
   *
   * @throws UnreadableTableException when it is no such list at all
   */
  void read(ListFile file, ListRows rows);

  /**
   * Writes into the room's own tables what an import, or its undoing, made different. Runs in the
   * transaction of that change, as whoever makes it.
   */
  void project(ListChanges changes);

  /** Key of the message that says a value of a field in words; empty where it says itself. */
  default Optional<String> word(String field, String value) {
    return Optional.empty();
  }

  /**
   * The greatest share of a scope's rows, in percent, that may close without a person saying so.
   */
  default int mayClosePercent() {
    return 5;
  }

  /** Whether the parts of the list have names that somebody gave them, to be shown as they are. */
  default boolean namesParts() {
    return false;
  }
}
