package tasuki.person;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tasuki.directory.OrganizationId;

/**
 * Who shall answer for the plan from a month on; see {@link PlanOwner} for the fields.
 *
 * @param manager the care manager, where known: one of the office's staff, or typed
 */
public record NewPlanOwner(
    YearMonth from,
    PlanOwnerKind kind,
    @Nullable OrganizationId organization,
    @Nullable OrganizationId entrustedBy,
    @Nullable CareManager manager) {}
