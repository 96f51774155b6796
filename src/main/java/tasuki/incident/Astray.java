package tasuki.incident;

import java.util.List;
import java.util.UUID;

/**
 * A room's answer to who opened what went wrong in it. An incident outlives what the room shows, so
 * the room keeps answering after the thing was called back.
 */
public interface Astray {

  /** By which incidents name this room and thing, such as {@code record.entry}. */
  String source();

  /** Who opened it of those who were not meant, the first time first. */
  List<Look> looks(UUID incident);
}
