package tasuki.fund;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads the prefecture's officers to the fund, and those who may propose to their proposals. */
@Component
class FundDestinations implements Destinations {

  @Override
  public List<Destination> openTo(Viewer viewer) {
    boolean prefecture = viewer.organization().kind() == OrganizationKind.PREFECTURE;
    if (prefecture && viewer.hasAny(Duty.OFFICER)) {
      return List.of(
          new Destination("/fund", "fund.name", "form", 62, Destination.Group.PROGRAMMES));
    }
    return !prefecture && viewer.hasAny(Duty.OFFICER, Duty.COORDINATOR, Duty.ADMINISTRATOR)
        ? List.of(
            new Destination(
                "/fund/proposals",
                "fund.proposals.title",
                "form",
                64,
                Destination.Group.PROGRAMMES),
            new Destination("/fund/plans", "fund.plans", "form", 65, Destination.Group.PROGRAMMES))
        : List.of();
  }
}
