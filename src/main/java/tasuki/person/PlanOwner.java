package tasuki.person;

import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;

/**
 * Who answers for the plan from a month on, until a later entry says otherwise.
 *
 * @param organization null where it is undecided (未定)
 * @param entrustedBy the support centre that entrusted the office with the plan (委託元)
 * @param account the care manager, where one of the staff is known; see {@link PlanOwners#manager}
 */
public record PlanOwner(
    UUID id,
    YearMonth from,
    PlanOwnerKind kind,
    @Nullable OrganizationId organization,
    @Nullable OrganizationId entrustedBy,
    @Nullable AccountId account,
    OffsetDateTime recordedAt) {}
