package tasuki.identity;

import java.util.List;
import tasuki.web.Waiting;

/** A room's answer to what waits for a viewer in it; the first page shows the sum of all rooms. */
public interface Waits {

  /** What waits for the viewer, counted; what can never concern the viewer is left out. */
  List<Waiting> waitingFor(Viewer viewer);
}
