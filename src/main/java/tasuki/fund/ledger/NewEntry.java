package tasuki.fund.ledger;

import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.fund.Category;

/**
 * What is to be entered.
 *
 * @param fiscalYear in which it happened
 * @param yen more than nothing
 * @param national the state's part of what was stored; nothing for other kinds
 */
public record NewEntry(
    FiscalYear vintage,
    Category category,
    EntryKind kind,
    FiscalYear fiscalYear,
    long yen,
    long national,
    @Nullable String note) {}
