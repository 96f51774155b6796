package tasuki.offer;

import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** Words of the own organisation about its room that are too old to rely on. */
@Component
class OfferWaits implements Waits {

  private final Offers offers;
  private final Capabilities capabilities;

  OfferWaits(Offers offers, Capabilities capabilities) {
    this.offers = offers;
    this.capabilities = capabilities;
  }

  @Override
  public List<Waiting> waitingFor(Viewer viewer) {
    if (!viewer.hasAny(Duty.CARE, Duty.ADMINISTRATOR)
        || !capabilities.keepsOffer(viewer.organization().kind())) {
      return List.of();
    }
    int stale = offers.stale(viewer.organization().id());
    // Nothing to look at every day: it waits when it waits.
    return stale == 0
        ? List.of()
        : List.of(new Waiting("/offers/own", "offer.wait.stale", stale, Waiting.Tone.TODAY, 30));
  }
}
