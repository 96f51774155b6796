package tasuki.programme;

import java.util.Map;
import tasuki.calendar.FiscalYear;

/**
 * A list went on into the next fiscal year; told within the transaction that does it, so that what
 * other rooms keep of its programmes goes along or nothing does.
 *
 * @param year into which it went
 * @param years of the programmes that go on, former to next
 * @param budgetToo whether what was planned is planned again
 */
public record ListRolledOver(
    EditionId next, FiscalYear year, Map<YearId, YearId> years, boolean budgetToo) {}
