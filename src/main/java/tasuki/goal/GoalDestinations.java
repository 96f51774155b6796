package tasuki.goal;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads officers to goals and indicators. */
@Component
class GoalDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
        ? List.of(
            new Destination("/goals", "goal.goals.title", "list", 62, Destination.Group.PROGRAMMES),
            new Destination("/indicators", "goal.title", "chart", 63, Destination.Group.PROGRAMMES))
        : List.of();
  }
}
