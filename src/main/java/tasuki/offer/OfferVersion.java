package tasuki.offer;

import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * A line of an offer's history.
 *
 * @param by who said it; null for a command that brought in a list
 * @param saidFor the organisation in whose name; another one than the offer's for a correction
 * @param reason why; always there in a correction
 * @param putBack number of the version that was put back by it
 * @param survey in which the organisation said it, where a list was brought in
 */
public record OfferVersion(
    Offer offer,
    @Nullable String by,
    @Nullable OrganizationId saidFor,
    @Nullable String reason,
    @Nullable Integer putBack,
    @Nullable Survey survey) {

  /** Whether somebody else than the organisation itself said it. */
  public boolean corrected() {
    return !offer.organization().equals(saidFor);
  }
}
