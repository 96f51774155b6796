package tasuki.transition;

import java.util.List;
import java.util.UUID;

/** A version of an area's transition rule, or of a rule for a pair of areas. */
record AreaRule(
    UUID id, String name, String nameEnglish, int readmissionDays, List<ClockLine> lines) {}
