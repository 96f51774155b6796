package tasuki.fund;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads the prefecture's officers to the fund. */
@Component
class FundDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.OFFICER)
            && viewer.organization().kind() == OrganizationKind.PREFECTURE
        ? List.of(new Destination("/fund", "fund.title", "form", 62, Destination.Group.PROGRAMMES))
        : List.of();
  }
}
