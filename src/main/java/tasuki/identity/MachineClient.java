package tasuki.identity;

import java.time.ZonedDateTime;
import java.util.UUID;
import tasuki.directory.OrganizationId;

/**
 * A program that acts for one organisation.
 *
 * @param name its client id, unique among those not withdrawn
 */
public record MachineClient(
    UUID id, String name, OrganizationId organization, ZonedDateTime madeAt) {}
