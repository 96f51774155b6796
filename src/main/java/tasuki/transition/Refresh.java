package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import tasuki.calendar.JapanTime;

/** Brings everything that follows from a stay up to date, in the transaction that changed it. */
@Component
class Refresh {

  private final Clock clock;
  private final Circle circle;
  private final StepLog log;
  private final Parties parties;
  private final Clocks clocks;
  private final Nameless nameless;
  private final Facts facts;

  Refresh(
      Clock clock,
      Circle circle,
      StepLog log,
      Parties parties,
      Clocks clocks,
      Nameless nameless,
      Facts facts) {
    this.clock = clock;
    this.circle = circle;
    this.log = log;
    this.parties = parties;
    this.clocks = clocks;
    this.nameless = nameless;
    this.facts = facts;
  }

  void after(Stay stay) {
    Circle.Home home = home(stay);
    List<Step> rows = log.of(stay.id());
    List<RunningClock> running = clocks.refresh(stay, home, rows);
    parties.refresh(stay, home, rows);
    nameless.refresh(stay, home, rows, running);
    facts.refresh(stay, home, rows);
  }

  /** The plan owner and care group by which a stay is judged: today's, or those at its end. */
  Circle.Home home(Stay stay) {
    LocalDateTime ended = stay.ended();
    LocalDate day = ended == null ? JapanTime.today(clock) : ended.toLocalDate();
    return circle.home(stay.person(), day);
  }
}
