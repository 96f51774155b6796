package tasuki.insight.usage;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads officers and administrators to the figures of use. */
@Component
class UsageDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER, Duty.ADMINISTRATOR)
        ? List.of(new Destination("/usage", "usage.title", "chart", 90, Destination.Group.FIGURES))
        : List.of();
  }
}
