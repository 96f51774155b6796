package tasuki.practice;

import org.jspecify.annotations.Nullable;

/**
 * What a year cost.
 *
 * @param fiscalYear the western year in which it begins; null where the source names none
 * @param plannedYen the budget, in yen
 * @param settledYen the settlement, in yen
 * @param note what the source says of it, or what is doubtful
 */
public record BudgetYear(
    @Nullable Integer fiscalYear,
    @Nullable Long plannedYen,
    @Nullable Long settledYen,
    @Nullable Funding funding,
    @Nullable String note) {}
