package tasuki.identity;

import java.util.List;
import tasuki.web.Destination;

/** A room's answer to where a viewer can go in it; a new room adds its own and changes no other. */
public interface Destinations {

  /** The places of the room that are open to the viewer. */
  List<Destination> openTo(Viewer viewer);
}
