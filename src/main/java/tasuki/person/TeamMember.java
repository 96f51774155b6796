package tasuki.person;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.Organization;
import tasuki.identity.AccountId;

/**
 * One present place in a person's care team.
 *
 * @param account who of the organisation is in charge, where that was said
 */
public record TeamMember(
    UUID id,
    Organization organization,
    @Nullable AccountId account,
    @Nullable String accountName,
    TeamRole role,
    OffsetDateTime joinedAt) {}
