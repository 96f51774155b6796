package tasuki.offer;

import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * A line of an offer's history.
 *
 * @param by who said it
 * @param saidFor the organisation in whose name; another one than the offer's for a correction
 * @param reason why; always there in a correction
 * @param putBack number of the version that was put back by it
 */
public record OfferVersion(
    Offer offer,
    String by,
    OrganizationId saidFor,
    @Nullable String reason,
    @Nullable Integer putBack) {

  /** Whether somebody else than the organisation itself said it. */
  public boolean corrected() {
    return !saidFor.equals(offer.organization());
  }
}
