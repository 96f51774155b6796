package tasuki.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;

/** What an organisation stands in, and what it has to do to stay there. */
@Component
class OwnStanding {

  /**
   * An entry and what is due for it.
   *
   * @param renewable whether its renewal can be applied for today
   */
  record Standing(
      Entry entry, @Nullable Register register, boolean renewable, List<Reporting.Owed> owed) {}

  /** How much is due, and how much of it is late. */
  record Due(int all, int late) {}

  private final Registers registers;
  private final Entries entries;
  private final Applications applications;
  private final Reports reports;
  private final Clock clock;

  OwnStanding(
      Registers registers,
      Entries entries,
      Applications applications,
      Reports reports,
      Clock clock) {
    this.registers = registers;
    this.entries = entries;
    this.applications = applications;
    this.reports = reports;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Standing> of(OrganizationId organization) {
    Map<String, Register> all = registers.byCode();
    List<Standing> standing = new ArrayList<>();
    for (Entry entry : entries.of(organization)) {
      standing.add(standing(entry, all.get(entry.register())));
    }
    return standing;
  }

  Standing standing(Entry entry, @Nullable Register register) {
    if (register == null) {
      return new Standing(entry, null, false, List.of());
    }
    LocalDate today = JapanTime.today(clock);
    boolean pending =
        applications.pending(register.code(), entry.organization(), entry.professional());
    boolean renewable =
        EntryPolicy.mayRenew(entry, register, pending, today)
            instanceof tasuki.kernel.Ruling.Allowed;
    return new Standing(entry, register, renewable, reports.owed(entry, register));
  }

  /** Renewals that can be applied for, reports owed and applications that lack something. */
  @Transactional(readOnly = true)
  public Due due(OrganizationId organization) {
    List<Standing> standing = of(organization);
    long renewals = standing.stream().filter(Standing::renewable).count();
    long owed = standing.stream().mapToLong(one -> one.owed().size()).sum();
    long late =
        standing.stream()
            .flatMap(one -> one.owed().stream())
            .filter(Reporting.Owed::overdue)
            .count();
    long incomplete =
        applications.own().stream()
            .filter(one -> one.state() == ApplicationState.INCOMPLETE)
            .count();
    return new Due((int) (renewals + owed + incomplete), (int) late);
  }
}
