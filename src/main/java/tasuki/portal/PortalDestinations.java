package tasuki.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads the person and the family to their own pages. */
@Component
class PortalDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.FAMILY)
        ? List.of(new Destination("/my", "portal.nav.mine", "person", 10))
        : List.of();
  }
}
