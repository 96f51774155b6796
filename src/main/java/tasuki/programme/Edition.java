package tasuki.programme;

import tasuki.calendar.FiscalYear;

/**
 * The list of one fiscal year.
 *
 * @param published whether everybody reads it
 */
public record Edition(
    EditionId id, Series series, FiscalYear year, String title, boolean published) {}
