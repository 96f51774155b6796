package tasuki.transition;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** The places of this room in the navigation. */
@Component
class StayDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    List<Destination> places = new ArrayList<>();
    if (viewer.hasAny(Duty.CARE)) {
      places.add(new Destination("/stays", "transition.worklist", "list", 10));
    }
    if (viewer.hasAny(Duty.COORDINATOR, Duty.OFFICER)) {
      places.add(new Destination("/missed", "transition.missed", "bell", 20));
    }
    if (viewer.hasAny(Duty.COORDINATOR, Duty.OFFICER, Duty.CARE)
        && viewer.organization().kind() != OrganizationKind.PERSON_AND_FAMILY) {
      places.add(new Destination("/rates", "rate.title", "chart", 40, Destination.Group.FIGURES));
    }
    if (viewer.hasAny(Duty.CARE, Duty.COORDINATOR, Duty.OFFICER)) {
      places.add(new Destination("/rules", "transition.rules", "book", 60));
    }
    if (viewer.hasAny(Duty.ADMINISTRATOR)
        && viewer.organization().kind() == OrganizationKind.HOSPITAL) {
      places.add(new Destination("/grades", "transition.grades", "settings", 70));
    }
    return places;
  }
}
