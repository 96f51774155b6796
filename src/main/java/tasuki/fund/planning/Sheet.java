package tasuki.fund.planning;

import tasuki.programme.ProgrammeYear;

/** A programme's sheet in the plan of its year. */
public record Sheet(ProgrammeYear year, SheetEntry entry, int version) {}
