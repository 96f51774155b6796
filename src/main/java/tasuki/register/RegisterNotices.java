package tasuki.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.directory.Organizations;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/** Tells holders and those who decide what concerns them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RegisterNotices {

  private final NoticeBox box;
  private final Organizations organizations;
  private final Registers registers;
  private final Clock clock;

  RegisterNotices(NoticeBox box, Organizations organizations, Registers registers, Clock clock) {
    this.box = box;
    this.organizations = organizations;
    this.registers = registers;
    this.clock = clock;
  }

  /** Something waits for who decides. */
  public void applied(Application application, Register register) {
    String who = organizations.get(application.organization()).name();
    for (OrganizationId decider : deciders(register)) {
      tell(RegisterNoticeKinds.APPLIED, decider, application.id(), who, register.name().ja());
    }
  }

  private List<OrganizationId> deciders(Register register) {
    OrganizationId named = register.decidedBy();
    return named != null
        ? List.of(named)
        : organizations
            .ofKinds(Set.of(OrganizationKind.PREFECTURE), JapanTime.today(clock))
            .stream()
            .map(Organization::id)
            .toList();
  }

  public void incomplete(Application application, Register register) {
    tell(
        RegisterNoticeKinds.INCOMPLETE,
        application.organization(),
        application.id(),
        register.name().ja());
  }

  public void decided(Application application, Register register, boolean accepted) {
    tell(
        accepted ? RegisterNoticeKinds.ACCEPTED : RegisterNoticeKinds.DECLINED,
        application.organization(),
        application.id(),
        register.name().ja());
  }

  /** The entry ends on a day that is near. */
  public void endsSoon(Entry entry, Register register, LocalDate until) {
    tell(
        RegisterNoticeKinds.ENDS_SOON,
        entry.organization(),
        entry.id(),
        register.name().ja(),
        until);
  }

  public void expired(Entry entry, Register register) {
    tell(RegisterNoticeKinds.EXPIRED, entry.organization(), entry.id(), register.name().ja());
  }

  public void reportLate(Entry entry, Register register, FiscalYear year) {
    tell(
        RegisterNoticeKinds.REPORT_LATE,
        entry.organization(),
        entry.id(),
        register.name().ja(),
        Integer.toString(year.year()));
  }

  /** What one side ended, the other hears of. */
  public void ended(Entry entry, EntryState how) {
    Register register = registers.get(entry.register());
    String name = register.name().ja();
    if (how == EntryState.CANCELLED) {
      tell(RegisterNoticeKinds.CANCELLED, entry.organization(), entry.id(), name);
      return;
    }
    String who = organizations.get(entry.organization()).name();
    for (OrganizationId decider : deciders(register)) {
      tell(RegisterNoticeKinds.WITHDRAWN, decider, entry.id(), who, name);
    }
  }

  /** What was agreed for a patient is to be gone over before the day. No person is named. */
  public void pairSoon(UUID pair, UUID person, OrganizationId to, Register register, LocalDate by) {
    box.tell(
        RegisterNoticeKinds.PAIR_SOON,
        new Recipient.Inbox(to.value()),
        pair,
        person,
        register.name().ja(),
        by);
  }

  private void tell(String kind, OrganizationId to, UUID subject, Object... words) {
    box.tell(kind, new Recipient.Inbox(to.value()), subject, null, words);
  }
}
