package tasuki.identity;

import java.time.ZonedDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * A shared computer that an administrator approved for the staff of one organisation.
 *
 * @param countsAsFactor whether the computer itself is the second factor beside the password
 */
record WardComputer(
    UUID id,
    OrganizationId organization,
    String label,
    boolean countsAsFactor,
    ZonedDateTime approvedAt,
    ZonedDateTime until,
    @Nullable ZonedDateTime withdrawnAt) {}
