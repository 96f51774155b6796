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
      places.add(place("/staff", "identity.staff.title", "people", 700));
      if (DutyRules.offered(viewer.organization().kind()).contains(Duty.OFFICER)) {
        places.add(place("/divisions", "identity.divisions.title", "list", 705));
      }
      places.add(place("/computers", "identity.computers.title", "lock", 710));
      places.add(place("/machines", "identity.machines.title", "key", 720));
    }
    if (viewer.hasAny(Duty.AUDITOR)) {
      places.add(place("/audit", "audit.title", "eye", 730));
    }
    return places;
  }

  private static Destination place(String href, String label, String icon, int order) {
    return new Destination(href, label, icon, order, Destination.Group.ADMINISTRATION);
  }
}
