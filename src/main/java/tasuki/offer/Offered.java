package tasuki.offer;

import java.util.List;

/**
 * An organisation that can do what was asked for.
 *
 * @param room how much room it has said to have, stale words included
 */
public record Offered(Offer offer, List<RoomLeft> room) {

  public Offered {
    room = List.copyOf(room);
  }

  /** How many persons more it can take by its fresh words. */
  public int places() {
    return room.stream().filter(RoomLeft::fresh).mapToInt(RoomLeft::places).sum();
  }
}
