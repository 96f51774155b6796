package tasuki.register;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads to the registers. */
@Component
class RegisterDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return RegisterPolicy.isStaff(viewer)
        ? List.of(
            new Destination(
                "/registers", "register.title", "book", 80, Destination.Group.RESOURCES))
        : List.of();
  }
}
