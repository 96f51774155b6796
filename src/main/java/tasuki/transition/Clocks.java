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

  /** Brings the clocks of a stay up to what is known of it now, and answers with them. */
  List<RunningClock> refresh(Stay stay, Circle.Home home, List<Step> log) {
    Situation situation = grounds.of(stay, home);
    List<RunningClock> before = of(stay.id());
    Set<String> running = new HashSet<>();
    boolean changed = false;
    for (DueClock due : ClockPlan.of(situation, ClockTable.fees())) {
      OrganizationId organization = organizationOf(due, stay, home);
      if (organization != null) {
        RunningClock wanted = wanted(stay, due, organization, met(due.line(), log));
        running.add(organization + due.code());
        if (before.stream().noneMatch(wanted::says)) {
          write(stay, wanted, due.rule());
          changed = true;
        }
      }
    }
    changed |= stopOthers(stay, before, running);
    return changed ? of(stay.id()) : before;
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
        .filter(step -> meets(line, step))
        .min(Comparator.comparing(Step::occurredAt));
  }

  private static boolean meets(ClockLine line, Step step) {
    if (step.side() == line.side()) {
      return step.kind() == line.step();
    }
    return switch (line.step()) {
      case FORM_SENT, HEARING, CONFERENCE ->
          step.side() == line.side().counterpart() && line.step().mirrors().contains(step.kind());
      // A plan owner who told of the admission need not be told of it.
      case CONTACTED -> step.side() == Side.CARE_MANAGER && step.kind() == StepKind.ADMISSION_KNOWN;
      case ADMISSION_KNOWN,
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

  private RunningClock wanted(
      Stay stay, DueClock due, OrganizationId organization, Optional<Step> met) {
    Deadline deadline = due.deadline();
    OffsetDateTime end = deadline.instant().atOffset(ZoneOffset.UTC);
    return new RunningClock(
        ids.next(),
        stay.id().value(),
        due.line().side(),
        organization.value(),
        null,
        due.code(),
        due.family(),
        due.line().step(),
        due.wish(),
        due.line().verified(),
        deadline.firstDay(),
        end,
        deadline.isEndOfDay() ? end : end.plusMinutes(1),
        deadline.inWords(Locale.JAPANESE),
        deadline.inWords(Locale.ENGLISH),
        met.map(Step::id).orElse(null),
        met.map(Step::occurredAt).orElse(null),
        met.isPresent() ? null : stopped(stay, due));
  }

  private void write(Stay stay, RunningClock wanted, @Nullable UUID rule) {
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
        .param("id", wanted.id())
        .param("stay", wanted.stay())
        .param("person", stay.person().value())
        .param("side", wanted.side().name())
        .param("organization", wanted.organization())
        .param("code", wanted.code())
        .param("family", wanted.family())
        .param("step", wanted.step().name())
        .param("rule", rule)
        .param("wish", wanted.wish())
        .param("verified", wanted.verified())
        .param("opens", wanted.opensOn())
        .param("due", wanted.dueAt())
        .param("late", wanted.lateAt())
        .param("japanese", wanted.wordsJapanese())
        .param("english", wanted.wordsEnglish())
        .param("metBy", wanted.metBy())
        .param("metAt", wanted.metAt())
        .param("stopped", wanted.stoppedAt())
        .update();
  }

  /** Death and transfer stop all; going home stops what was to be done in hospital. */
  private static @Nullable OffsetDateTime stopped(Stay stay, DueClock due) {
    boolean afterwards =
        due.line().rule().event() == ClockEvent.DISCHARGE && due.line().rule().dayUntil() >= 1;
    return stay.state().livesOutside() && afterwards ? null : stay.endedAt();
  }

  private boolean stopOthers(Stay stay, List<RunningClock> before, Set<String> running) {
    List<RunningClock> left =
        before.stream()
            .filter(kept -> kept.metAt() == null && kept.stoppedAt() == null)
            .filter(kept -> !running.contains(kept.organization() + kept.code()))
            .toList();
    for (RunningClock kept : left) {
      OffsetDateTime end = stay.endedAt();
      jdbc.sql("update transition.clock set stopped_at = ? where id = ?")
          .params(end == null ? OffsetDateTime.now(clock) : end, kept.id())
          .update();
    }
    return !left.isEmpty();
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
