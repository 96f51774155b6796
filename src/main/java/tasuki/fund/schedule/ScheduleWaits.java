package tasuki.fund.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.identity.Viewer;
import tasuki.identity.Waits;
import tasuki.programme.Editions;
import tasuki.web.Waiting;

/** Tells whoever compiles which steps of the fund's year are near or late. */
@Component
class ScheduleWaits implements Waits {

  private static final int ORDER = 61;

  private final Schedules schedules;
  private final Editions editions;
  private final Clock clock;

  ScheduleWaits(Schedules schedules, Editions editions, Clock clock) {
    this.schedules = schedules;
    this.editions = editions;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> waitingFor(Viewer viewer) {
    if (viewer.organization().kind() != OrganizationKind.PREFECTURE
        || !viewer.hasAny(Duty.OFFICER)
        || !editions.compiles()) {
      return List.of();
    }
    LocalDate today = JapanTime.today(clock);
    List<Stage> pressing = schedules.open().stream().filter(one -> one.isNear(today)).toList();
    if (pressing.isEmpty()) {
      return List.of();
    }
    Stage first = pressing.getFirst();
    return List.of(
        new Waiting(
            ScheduleWords.address(first.branch(), first.year()),
            "fund.schedule.wait",
            pressing.size(),
            first.isLate(today) ? Waiting.Tone.LATE : Waiting.Tone.TODAY,
            ORDER));
  }
}
