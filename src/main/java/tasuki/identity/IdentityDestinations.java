package tasuki.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.web.Destination;

/** Where an administrator and an auditor find their work. */
@Component
class IdentityDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    List<Destination> places = new ArrayList<>();
    if (viewer.hasAny(Duty.ADMINISTRATOR)) {
      places.add(new Destination("/staff", "identity.staff.title", "people", 700));
      places.add(new Destination("/computers", "identity.computers.title", "lock", 710));
      places.add(new Destination("/machines", "identity.machines.title", "key", 720));
    }
    if (viewer.hasAny(Duty.AUDITOR)) {
      places.add(new Destination("/audit", "audit.title", "eye", 730));
    }
    return places;
  }
}
