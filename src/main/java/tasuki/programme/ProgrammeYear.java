package tasuki.programme;

import tasuki.calendar.FiscalYear;

/**
 * A programme in one year, as it is.
 *
 * @param version for whoever changes it
 */
public record ProgrammeYear(
    YearId id,
    ProgrammeId programme,
    EditionId edition,
    FiscalYear fiscalYear,
    YearEntry entry,
    Money money,
    int version) {}
