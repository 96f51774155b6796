package tasuki.matching;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads staff to requests for help. */
@Component
class MatchingDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.CARE, Duty.COORDINATOR, Duty.OFFICER)
        ? List.of(new Destination("/matching", "matching.title", "send", 25))
        : List.of();
  }
}
