package tasuki.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapaneseDates;
import tasuki.directory.Organization;
import tasuki.kernel.Ruling;

/** What may be done with applications and entries, and why not. */
final class EntryPolicy {

  private EntryPolicy() {}

  /**
   * Whether the organisation may apply.
   *
   * @param professional whom it applies for; null for itself
   * @param stands whether it stands in the register already
   * @param pending whether an application of the same is still open
   */
  static Ruling mayApply(
      Register register,
      Organization organization,
      @Nullable Professional professional,
      boolean stands,
      boolean pending,
      LocalDate today) {
    Ruling door = mayComeIn(register, organization, today);
    if (door instanceof Ruling.Refused) {
      return door;
    }
    if (professional != null && !register.professions().contains(professional.profession())) {
      return Ruling.refused("register.refused.profession");
    }
    if (stands) {
      return Ruling.refused("register.refused.stands-already");
    }
    return pending ? Ruling.refused("register.refused.pending") : Ruling.ALLOWED;
  }

  /**
   * Whether the one who decides may enter somebody who did not apply here: on paper, or because it
   * does not work in Tasuki.
   *
   * @param stands whether it stands in the register already
   */
  static Ruling mayEnrol(Register register, Organization organization, boolean stands, Term term) {
    if (!register.kinds().contains(organization.kind())) {
      return Ruling.refused("register.refused.kind");
    }
    if (stands) {
      return Ruling.refused("register.refused.stands-already");
    }
    LocalDate until = term.until();
    return until != null && until.isBefore(term.from())
        ? Ruling.refused("register.refused.ends-before")
        : Ruling.ALLOWED;
  }

  /** Whether a register takes entries other than from lists. */
  static Ruling mayBeEnrolled(Register register) {
    if (register.concerns() == Concerns.PERSON) {
      return Ruling.refused("register.refused.of-persons");
    }
    return register.decider().takesApplications()
        ? Ruling.ALLOWED
        : Ruling.refused("register.refused.only-lists");
  }

  /** Whether the organisation may apply at all, whoever for. */
  static Ruling mayComeIn(Register register, Organization organization, LocalDate today) {
    if (register.concerns() == Concerns.PERSON) {
      return Ruling.refused("register.refused.of-persons");
    }
    if (!register.decider().takesApplications()) {
      return Ruling.refused("register.refused.only-lists");
    }
    if (!register.kinds().contains(organization.kind())) {
      return Ruling.refused("register.refused.kind");
    }
    return register.callsOn(today) ? Ruling.ALLOWED : Ruling.refused("register.refused.no-call");
  }

  /** Whether the application may become so. */
  static Ruling mayBecome(Application application, ApplicationState next) {
    return application.state().canBecome(next)
        ? Ruling.ALLOWED
        : Ruling.refused("register.refused.step-" + application.state());
  }

  /** Whether it may be accepted with these days. */
  static Ruling mayAccept(Application application, Term term) {
    Ruling step = mayBecome(application, ApplicationState.ACCEPTED);
    if (step instanceof Ruling.Refused) {
      return step;
    }
    LocalDate until = term.until();
    return until != null && until.isBefore(term.from())
        ? Ruling.refused("register.refused.ends-before")
        : Ruling.ALLOWED;
  }

  /**
   * Whether the holder may apply for another term now.
   *
   * @param pending whether that was done already
   */
  static Ruling mayRenew(Entry entry, Register register, boolean pending, LocalDate today) {
    if (entry.listed()) {
      return Ruling.refused("register.refused.listed");
    }
    if (!entry.holdsOn(today)) {
      return Ruling.refused("register.refused.over");
    }
    LocalDate until = entry.term().until();
    if (until == null) {
      return Ruling.refused("register.refused.endless");
    }
    if (pending) {
      return Ruling.refused("register.refused.pending");
    }
    LocalDate from = until.minusDays(register.renewalLead());
    return today.isBefore(from)
        ? Ruling.refused("register.refused.too-early", JapaneseDates.compact(from))
        : Ruling.ALLOWED;
  }

  /** Whether the entry may end so on the day. */
  static Ruling mayEnd(Entry entry, EntryState how, LocalDate on) {
    if (entry.listed()) {
      return Ruling.refused("register.refused.listed");
    }
    if (!entry.state().canBecome(how)) {
      return Ruling.refused("register.refused.over");
    }
    return on.isBefore(entry.term().from())
        ? Ruling.refused("register.refused.ends-before")
        : Ruling.ALLOWED;
  }

  /** Whether the report of a year may be handed in, once. */
  static Ruling mayReport(
      Entry entry, Register register, FiscalYear year, boolean reported, LocalDate today) {
    if (register.reportMonth() == null) {
      return Ruling.refused("register.refused.no-reports");
    }
    if (reported) {
      return Ruling.refused("register.refused.reported");
    }
    boolean held =
        !entry.term().from().isAfter(year.lastDay())
            && (entry.endedOn() == null || !entry.endedOn().isBefore(year.firstDay()));
    return held && !year.firstDay().isAfter(today)
        ? Ruling.ALLOWED
        : Ruling.refused("register.refused.report-year");
  }
}
