package tasuki.transition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.BusinessCalendar;
import tasuki.directory.OrganizationKind;

/**
 * What the clocks of a stay depend on, and nothing else.
 *
 * @param feeGrade the grade of 入退院支援加算 the hospital claims on the ward; null for none
 * @param officeKind what the plan owner is; null while undecided
 * @param hospitalRule the rule of the hospital's area
 * @param homeRule the rule of the plan owner's area
 * @param pairRule what the two areas agreed on, where they differ
 */
record Situation(
    LocalDateTime admitted,
    WardType wardType,
    @Nullable Integer feeGrade,
    CareGroup group,
    @Nullable OrganizationKind officeKind,
    @Nullable LocalDate plannedDischarge,
    @Nullable LocalDateTime ended,
    StayState state,
    @Nullable AreaRule hospitalRule,
    @Nullable AreaRule homeRule,
    @Nullable AreaRule pairRule,
    BusinessCalendar hospitalCalendar,
    BusinessCalendar officeCalendar) {

  BusinessCalendar calendarOf(Side side) {
    return side == Side.HOSPITAL ? hospitalCalendar : officeCalendar;
  }
}
