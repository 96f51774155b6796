package tasuki.programme.importing;

import java.util.Map;
import java.util.UUID;
import tasuki.programme.reading.ListReading;

/**
 * A printed list that waits to be taken over.
 *
 * @param reading what its cells say by themselves
 * @param decisions what a person decided, by the place of the line
 */
record PrintedList(
    UUID id,
    String fileName,
    ListReading reading,
    Map<Integer, Decision> decisions,
    State state,
    int version) {

  enum State {
    OPEN,
    APPLIED,
    DISCARDED
  }
}
