package tasuki.offer;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Destinations;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.web.Destination;

/** Leads staff to what their own organisation says it offers. */
@Component
class OfferDestinations implements Destinations {

  private final Capabilities capabilities;

  OfferDestinations(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Override
  public List<Destination> openTo(Viewer viewer) {
    return viewer.hasAny(Duty.CARE, Duty.ADMINISTRATOR)
            && capabilities.keepsOffer(viewer.organization().kind())
        ? List.of(new Destination("/offers/own", "offer.own", "bed", 50))
        : List.of();
  }
}
