package tasuki.equipment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** What waits: for a borrower what should be back, for an owner what changes hands today. */
@Component
class EquipmentWaits implements Waits {

  private final Loans loans;
  private final Keepers keepers;
  private final Clock clock;

  EquipmentWaits(Loans loans, Keepers keepers, Clock clock) {
    this.loans = loans;
    this.keepers = keepers;
    this.clock = clock;
  }

  @Override
  public List<Waiting> waitingFor(Viewer viewer) {
    List<Waiting> waiting = new ArrayList<>();
    LocalDate today = JapanTime.today(clock);
    if (keepers.keeps(viewer)) {
      List<Loan> open = loans.open();
      int late = (int) open.stream().filter(loan -> loan.isOverdue(today)).count();
      int now = (int) open.stream().filter(loan -> changesHands(loan, today)).count();
      waiting.add(
          new Waiting("/equipment/own", "equipment.wait.late", late, Waiting.Tone.LATE, 62));
      waiting.add(
          new Waiting("/equipment/own", "equipment.wait.today", now, Waiting.Tone.TODAY, 63));
    } else if (viewer.readsInbox()) {
      int late = (int) loans.borrowed().stream().filter(loan -> loan.isOverdue(today)).count();
      if (late > 0) {
        waiting.add(
            new Waiting(
                "/equipment/loans", "equipment.wait.bring-back", late, Waiting.Tone.LATE, 62));
      }
    }
    return waiting;
  }

  private static boolean changesHands(Loan loan, LocalDate today) {
    return loan.state() == LoanState.BOOKED && loan.days().contains(today)
        || loan.state() == LoanState.OUT && loan.days().last().equals(today);
  }
}
