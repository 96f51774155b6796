package tasuki.offer;

import java.time.OffsetDateTime;
import java.util.UUID;
import tasuki.directory.OrganizationId;

/**
 * A version of what an organisation offers. Whoever may read the public part alone gets it without
 * what is internal, as if nothing of that had been said.
 *
 * @param number counts the organisation's versions from 1
 */
public record Offer(
    UUID id, OrganizationId organization, int number, OffsetDateTime saidAt, NewOffer content) {}
