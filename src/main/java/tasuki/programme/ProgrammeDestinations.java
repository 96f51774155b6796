package tasuki.programme;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads officers and coordinators to the programmes. */
@Component
class ProgrammeDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR)
        ? List.of(
            new Destination(
                "/programmes", "programme.title", "form", 61, Destination.Group.PROGRAMMES))
        : List.of();
  }
}
