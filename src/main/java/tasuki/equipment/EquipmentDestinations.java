package tasuki.equipment;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads staff to what is lent. */
@Component
class EquipmentDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.CARE, Duty.COORDINATOR, Duty.OFFICER, Duty.ADMINISTRATOR)
        ? List.of(
            new Destination(
                "/equipment", "equipment.title", "case", 65, Destination.Group.RESOURCES))
        : List.of();
  }
}
