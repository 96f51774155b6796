package tasuki.transition;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** What presses in the stays of whoever gives care, and in the area of whoever watches one. */
@Component
class StayWaits implements Waits {

  private static final int MOST = 999;

  private final Worklist worklist;
  private final MissedCases missed;

  StayWaits(Worklist worklist, MissedCases missed) {
    this.worklist = worklist;
    this.missed = missed;
  }

  @Override
  public List<Waiting> waitingFor(Viewer viewer) {
    List<Waiting> waiting = new ArrayList<>();
    if (viewer.hasAny(Duty.CARE)
        && viewer.organization().kind() != OrganizationKind.PERSON_AND_FAMILY) {
      Worklist.Pressing pressing = worklist.pressing();
      waiting.add(
          new Waiting(
              "/stays?tab=overdue",
              "transition.wait.overdue",
              pressing.overdue(),
              Waiting.Tone.LATE,
              10));
      waiting.add(
          new Waiting("/stays", "transition.wait.today", pressing.today(), Waiting.Tone.TODAY, 11));
      waiting.add(
          new Waiting(
              "/stays?tab=leaving",
              "transition.wait.leaving",
              pressing.leaving(),
              Waiting.Tone.CALM,
              12));
    }
    if (viewer.hasAny(Duty.COORDINATOR, Duty.OFFICER)) {
      int count = missed.count(viewer.organization(), MOST);
      waiting.add(new Waiting("/missed", "transition.wait.missed", count, Waiting.Tone.TODAY, 20));
    }
    return waiting;
  }
}
