package tasuki.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.web.Waiting;

/** What waits for a decision, and what the own organisation has to do for its entries. */
@Component
class RegisterWaits implements Waits {

  private final Registers registers;
  private final Applications applications;
  private final OwnStanding standing;

  RegisterWaits(Registers registers, Applications applications, OwnStanding standing) {
    this.registers = registers;
    this.applications = applications;
    this.standing = standing;
  }

  @Override
  public List<Waiting> waitingFor(Viewer viewer) {
    if (!RegisterPolicy.isStaff(viewer)) {
      return List.of();
    }
    List<Waiting> waiting = new ArrayList<>();
    List<Register> decided =
        registers.inForce().stream()
            .filter(register -> RegisterPolicy.decides(viewer, register))
            .toList();
    if (!decided.isEmpty()) {
      Map<String, Integer> counts = applications.waiting();
      int count =
          decided.stream().mapToInt(register -> counts.getOrDefault(register.code(), 0)).sum();
      waiting.add(new Waiting("/registers", "register.wait.decide", count, Waiting.Tone.TODAY, 40));
    }
    OwnStanding.Due due = standing.due(viewer.organization().id());
    if (due.all() > 0) {
      waiting.add(
          new Waiting(
              "/registers/own",
              "register.wait.own",
              due.all(),
              due.late() > 0 ? Waiting.Tone.LATE : Waiting.Tone.TODAY,
              41));
    }
    return waiting;
  }
}
