package tasuki.transition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.ClockRule;
import tasuki.directory.OrganizationKind;

/**
 * A line of a table of clocks, as data: whom it binds, which step it wants and until when.
 *
 * @param family lines of one family are grades of the same thing, of which one is enough
 * @param grade the hospital's fee grade for which it holds; null for any or none
 * @param wardType null for any
 * @param groups for which care groups; empty for all
 * @param offices for which kinds of plan owner; empty for all
 * @param wish whether it is only asked for (お願い)
 * @param source where the line was read
 * @param verified whether it was checked against the official text
 */
record ClockLine(
    String code,
    String family,
    Side side,
    StepKind step,
    @Nullable Integer grade,
    @Nullable WardType wardType,
    Set<CareGroup> groups,
    Set<OrganizationKind> offices,
    ClockRule rule,
    boolean wish,
    String source,
    boolean verified) {

  /** Whether the line speaks of such a stay at all. */
  boolean fits(Situation stay) {
    return (grade == null || grade.equals(stay.feeGrade()))
        && (wardType == null || wardType == stay.wardType())
        && (groups.isEmpty() || groups.contains(stay.group()))
        && (!needsOffice() || stay.officeKind() != null)
        && (offices.isEmpty() || stay.officeKind() != null && offices.contains(stay.officeKind()));
  }

  /** Whether it is nobody's to do while no plan owner is decided. */
  private boolean needsOffice() {
    return side == Side.CARE_MANAGER || step == StepKind.CONTACTED;
  }
}
