package tasuki.person;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Where staff of the circle of care can go in this room. */
@Component
class PersonDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    if (!viewer.hasAny(Duty.CARE)) {
      return List.of();
    }
    return List.of(
        new Destination("/persons", "person.nav.persons." + viewer.personWord(), "people", 20),
        new Destination("/inquiries", "person.nav.inquiries", "search", 60));
  }
}
