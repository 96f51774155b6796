package tasuki.incident;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was not meant opened it.
 *
 * @param who the account, where it can be named
 * @param place the organisation, where it is not the one the incident names
 * @param organization its id, where it works in Tasuki and is to be told
 */
public record Look(
    OffsetDateTime at, @Nullable String who, @Nullable String place, @Nullable UUID organization) {}
