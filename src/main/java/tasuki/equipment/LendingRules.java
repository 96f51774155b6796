package tasuki.equipment;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.kernel.Ruling;

/** Who may lend, who may borrow, and when a thing changes hands. */
final class LendingRules {

  /** So far ahead one may book. */
  static final int MONTHS_AHEAD = 12;

  private static final Set<OrganizationKind> LENDERS =
      EnumSet.of(
          OrganizationKind.MEDICAL_ASSOCIATION,
          OrganizationKind.HOME_CARE_HUB,
          OrganizationKind.PUBLIC_HEALTH_CENTRE,
          OrganizationKind.MUNICIPALITY,
          OrganizationKind.PREFECTURE,
          OrganizationKind.CARE_OPERATOR);

  private LendingRules() {}

  /** Whether organisations of this kind lend things to others. */
  static boolean lends(OrganizationKind kind) {
    return LENDERS.contains(kind);
  }

  /**
   * Whether the organisation may book the thing for these days at all; whether it is free then, the
   * database decides.
   *
   * @param inArea whether it lies where the thing is lent
   */
  static Ruling mayBook(
      Thing thing, Organization borrower, boolean inArea, Days days, LocalDate today) {
    if (thing.retiredOn() != null) {
      return Ruling.refused("equipment.refused.retired");
    }
    boolean own = thing.owner().equals(borrower.id());
    if (!own && !thing.lentTo().isEmpty() && !thing.lentTo().contains(borrower.kind())) {
      return Ruling.refused("equipment.refused.kind");
    }
    if (!own && !inArea) {
      return Ruling.refused("equipment.refused.area");
    }
    if (days.first().isBefore(today)) {
      return Ruling.refused("equipment.refused.past");
    }
    if (days.last().isAfter(today.plusMonths(MONTHS_AHEAD))) {
      return Ruling.refused("equipment.refused.far", MONTHS_AHEAD);
    }
    if (days.count() > thing.longestDays()) {
      return Ruling.refused("equipment.refused.long", thing.longestDays());
    }
    LocalDate inspected = thing.inspectionDue();
    return inspected != null && days.last().isAfter(inspected)
        ? Ruling.refused("equipment.refused.inspection", JapaneseDates.compact(inspected))
        : Ruling.ALLOWED;
  }

  /** Whether the loan goes from one state to the next. */
  static Ruling mayBecome(Loan loan, LoanState next) {
    return loan.state().mayBecome(next)
        ? Ruling.ALLOWED
        : Ruling.refused("equipment.refused.state." + loan.state());
  }

  /**
   * Whether the thing is handed out today.
   *
   * @param away whether somebody else still has it
   */
  static Ruling mayHandOut(Loan loan, boolean away, LocalDate today) {
    if (!loan.days().contains(today)) {
      return Ruling.refused("equipment.refused.not-its-days");
    }
    return away ? Ruling.refused("equipment.refused.away") : Ruling.ALLOWED;
  }
}
