package tasuki.incident;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads administrators and auditors to what went to the wrong place. */
@Component
class IncidentDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.ADMINISTRATOR, Duty.AUDITOR)
        ? List.of(
            new Destination(
                "/incidents", "incident.title", "warning", 740, Destination.Group.ADMINISTRATION))
        : List.of();
  }
}
