package tasuki.intake;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads the prefecture's officers to the lists that are brought in. */
@Component
class IntakeDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return Prefecture.isOfficer(viewer)
        ? List.of(new Destination("/imports", "intake.title", "file", 80))
        : List.of();
  }
}
