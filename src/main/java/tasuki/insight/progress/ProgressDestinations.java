package tasuki.insight.progress;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads officers to the progress of the year. */
@Component
class ProgressDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        ? List.of(
            new Destination(
                "/progress", "progress.title", "chart", 60, Destination.Group.PROGRAMMES))
        : List.of();
  }
}
