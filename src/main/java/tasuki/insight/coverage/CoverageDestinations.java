package tasuki.insight.coverage;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads those who look after an area to what is covered in it. */
@Component
class CoverageDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR)
        ? List.of(
            new Destination("/coverage", "coverage.title", "map", 85, Destination.Group.FIGURES))
        : List.of();
  }
}
