package tasuki.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads to the directory of organisations and to the areas, which everybody may read. */
@Component
class Places implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    Destination organizations =
        new Destination(
            "/organizations", "desk.organizations", "office", 60, Destination.Group.RESOURCES);
    return viewer.hasAny(Duty.FAMILY)
        ? List.of(organizations)
        : List.of(
            organizations,
            new Destination("/areas", "desk.areas", "map", 70, Destination.Group.RESOURCES));
  }
}
