package tasuki.person;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;
import tasuki.identity.AccountId;

/** Who shall answer for the plan from a month on; see {@link PlanOwner} for the fields. */
public record NewPlanOwner(
    YearMonth from,
    PlanOwnerKind kind,
    @Nullable OrganizationId organization,
    @Nullable OrganizationId entrustedBy,
    @Nullable AccountId account) {}
