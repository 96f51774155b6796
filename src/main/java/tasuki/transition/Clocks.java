package tasuki.transition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.calendar.ClockEvent;
import tasuki.calendar.Deadline;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Ids;

/** Keeps the clocks of a stay: which run, which step met them, which stopped. */
@Component
class Clocks {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Grounds grounds;

  Clocks(JdbcClient jdbc, Ids ids, Clock clock, Grounds grounds) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.grounds = grounds;
  }

  /** Brings the clocks of a stay up to what is known of it now. */
  void refresh(Stay stay, Circle.Home home, List<Step> log) {
    Situation situation = grounds.of(stay, home);
    Set<String> running = new HashSet<>();
    for (DueClock due : ClockPlan.of(situation, ClockTable.fees())) {
      OrganizationId organization = organizationOf(due, stay, home);
      if (organization != null) {
        write(stay, due, organization, met(due.line(), log));
        running.add(organization + due.code());
      }
    }
    stopOthers(stay, running);
  }

  private static @Nullable OrganizationId organizationOf(
      DueClock due, Stay stay, Circle.Home home) {
    if (due.line().side() == Side.HOSPITAL) {
      return stay.hospital();
    }
    return home.office() == null ? null : home.office().id();
  }

  /** The first step that meets a line: the side's own, or the other side's word of the same. */
  private static Optional<Step> met(ClockLine line, List<Step> log) {
    return log.stream()
        .filter(step -> step.claims() && !Evidence.isWithdrawn(step, log))
        .filter(step -> meets(line.side(), line.step(), step))
        .min(Comparator.comparing(Step::occurredAt));
  }

  /** Whether a row is the step that a side has to do, or the other side's word of the same. */
  static boolean meets(Side side, StepKind wanted, Step step) {
    if (step.side() == side) {
      return step.kind() == wanted;
    }
    return switch (wanted) {
      case FORM_SENT, HEARING, CONFERENCE ->
          step.side() == side.counterpart() && wanted.mirrors().contains(step.kind());
      case ADMISSION_KNOWN,
          CONTACTED,
          FORM_RECEIVED,
          READ,
          SCREENED,
          TALKED,
          TEAM_CONFERENCE,
          DISCHARGE_PLANNED,
          DISCHARGED,
          FIRST_HOME_VISIT,
          TWO_WEEK_CHECK,
          CORRECTED,
          LEFT_FOR_LEAVE,
          RETURNED,
          ASKED,
          REMINDED ->
          false;
    };
  }

  private void write(Stay stay, DueClock due, OrganizationId organization, Optional<Step> met) {
    Deadline deadline = due.deadline();
    OffsetDateTime end = deadline.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into transition.clock (id, stay, person, side, organization, code, family, step,
              rule, wish, verified, opens_on, due_at, late_at, words_ja, words_en, met_by, met_at,
              stopped_at)
            values (:id, :stay, :person, :side, :organization, :code, :family, :step, :rule, :wish,
              :verified, :opens, :due, :late, :japanese, :english, :metBy, :metAt, :stopped)
            on conflict (stay, organization, code) do update set opens_on = excluded.opens_on,
              due_at = excluded.due_at, late_at = excluded.late_at, words_ja = excluded.words_ja,
              words_en = excluded.words_en, met_by = excluded.met_by, met_at = excluded.met_at,
              stopped_at = excluded.stopped_at, wish = excluded.wish
            """)
        .param("id", ids.next())
        .param("stay", stay.id().value())
        .param("person", stay.person().value())
        .param("side", due.line().side().name())
        .param("organization", organization.value())
        .param("code", due.code())
        .param("family", due.family())
        .param("step", due.line().step().name())
        .param("rule", due.rule())
        .param("wish", due.wish())
        .param("verified", due.line().verified())
        .param("opens", deadline.firstDay())
        .param("due", end)
        .param("late", deadline.isEndOfDay() ? end : end.plusMinutes(1))
        .param("japanese", deadline.inWords(Locale.JAPANESE))
        .param("english", deadline.inWords(Locale.ENGLISH))
        .param("metBy", met.map(Step::id).orElse(null))
        .param("metAt", met.map(Step::occurredAt).orElse(null))
        .param("stopped", met.isPresent() ? null : stopped(stay, due))
        .update();
  }

  /** Death and transfer stop all; going home stops what was to be done in hospital. */
  private static @Nullable OffsetDateTime stopped(Stay stay, DueClock due) {
    boolean afterwards =
        due.line().rule().event() == ClockEvent.DISCHARGE && due.line().rule().dayUntil() >= 1;
    return stay.state().livesOutside() && afterwards ? null : stay.endedAt();
  }

  private void stopOthers(Stay stay, Set<String> running) {
    List<RunningClock> left =
        of(stay.id()).stream()
            .filter(kept -> kept.metAt() == null && kept.stoppedAt() == null)
            .filter(kept -> !running.contains(kept.organization() + kept.code()))
            .toList();
    for (RunningClock kept : left) {
      OffsetDateTime end = stay.endedAt();
      jdbc.sql("update transition.clock set stopped_at = ? where id = ?")
          .params(end == null ? OffsetDateTime.now(clock) : end, kept.id())
          .update();
    }
  }

  /** All clocks of a stay, the nearest first. */
  List<RunningClock> of(StayId stay) {
    return jdbc.sql("select * from transition.clock where stay = ? order by due_at, id")
        .param(stay.value())
        .query(Clocks::running)
        .list();
  }

  /** The clocks of one organisation in these stays. */
  List<RunningClock> of(UUID organization, Collection<UUID> stays) {
    if (stays.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from transition.clock
            where organization = :organization and stay in (:stays) order by due_at, id
            """)
        .param("organization", organization)
        .param("stays", stays)
        .query(Clocks::running)
        .list();
  }

  private static RunningClock running(ResultSet row, int number) throws SQLException {
    return new RunningClock(
        row.getObject("id", UUID.class),
        row.getObject("stay", UUID.class),
        Side.valueOf(row.getString("side")),
        row.getObject("organization", UUID.class),
        row.getObject("account", UUID.class),
        row.getString("code"),
        row.getString("family"),
        StepKind.valueOf(row.getString("step")),
        row.getBoolean("wish"),
        row.getBoolean("verified"),
        row.getObject("opens_on", LocalDate.class),
        row.getObject("due_at", OffsetDateTime.class),
        row.getObject("late_at", OffsetDateTime.class),
        row.getString("words_ja"),
        row.getString("words_en"),
        row.getObject("met_by", UUID.class),
        row.getObject("met_at", OffsetDateTime.class),
        row.getObject("stopped_at", OffsetDateTime.class));
  }
}
