package tasuki.practice;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads to the library. */
@Component
class PracticeDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return PracticePolicy.reads(viewer)
        ? List.of(
            new Destination(
                "/practice", "practice.title", "draft", 87, Destination.Group.PROGRAMMES))
        : List.of();
  }
}
