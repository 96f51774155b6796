package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** How stays go on and end: planned days, leave, discharge, transfer, death. */
@Component
class Endings {

  private final JdbcClient jdbc;
  private final StayRows rows;
  private final StepLog log;
  private final Chains chains;
  private final Circle circle;
  private final Refresh refresh;
  private final Organizations organizations;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  Endings(
      JdbcClient jdbc,
      StayRows rows,
      StepLog log,
      Chains chains,
      Circle circle,
      Refresh refresh,
      Organizations organizations,
      Ids ids,
      Clock clock,
      AuditLog audit) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.log = log;
    this.chains = chains;
    this.circle = circle;
    this.refresh = refresh;
    this.organizations = organizations;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  UUID plan(Stay stay, Side side, @Nullable LocalDate day, @Nullable String note) {
    mustBe(side, StepKind.DISCHARGE_PLANNED);
    StayPolicy.mayPlan(stay, day == null ? JapanTime.today(clock) : day).orThrow();
    jdbc.sql(
            """
            insert into transition.planned_discharge (id, stay, person, planned_on, note, at)
            values (:id, :stay, :person, :day, :note, :at)
            """)
        .param("id", ids.next())
        .param("stay", stay.id().value())
        .param("person", stay.person().value())
        .param("day", day)
        .param("note", note)
        .param("at", now())
        .update();
    Stay planned = changed(stay, stay.state(), day, stay.endedAt(), null);
    String said = (day == null ? "?" : day.toString()) + (note == null ? "" : " " + note);
    return finish(planned, StepKind.DISCHARGE_PLANNED, side, now(), true, said, "stay.planned");
  }

  UUID discharge(Stay stay, Side side, DischargeTo where, LocalDate on, @Nullable LocalTime at) {
    mustBe(side, StepKind.DISCHARGED);
    OffsetDateTime end = end(stay, where.state(), on, at);
    Stay ended = changed(stay, where.state(), stay.plannedOn(), end, null);
    rows.closeChain(stay.chain(), end, where.state());
    // An end that is entered late may make a readmission of what began since.
    chains.renew(stay.person());
    if (where == DischargeTo.DEATH) {
      endOthers(stay, end);
    }
    return finish(
        ended, StepKind.DISCHARGED, side, end, at != null, where.name(), "stay.discharged");
  }

  /** Whoever died lies in no hospital any more, also where another one had not said so. */
  private void endOthers(Stay stay, OffsetDateTime end) {
    for (Stay other : rows.chain(stay.chain())) {
      if (!other.state().ended() && !other.id().equals(stay.id())) {
        OffsetDateTime last = end.isBefore(other.admittedAt()) ? other.admittedAt() : end;
        refresh.after(changed(other, StayState.DIED, other.plannedOn(), last, null));
      }
    }
  }

  UUID transfer(Stay stay, Side side, OrganizationId next, LocalDate on, @Nullable LocalTime at) {
    mustBe(side, StepKind.DISCHARGED);
    StayPolicy.takesPatients(organizations.get(next)).orThrow();
    if (next.equals(stay.hospital())) {
      throw RefusedException.because("transition.refused.same-hospital");
    }
    OffsetDateTime end = end(stay, StayState.TRANSFERRED, on, at);
    Stay ended = changed(stay, StayState.TRANSFERRED, stay.plannedOn(), end, next);
    return finish(
        ended, StepKind.DISCHARGED, side, end, at != null, "TRANSFERRED", "stay.transferred");
  }

  private OffsetDateTime end(Stay stay, StayState state, LocalDate on, @Nullable LocalTime at) {
    StayPolicy.mayBecome(stay, state).orThrow();
    StayPolicy.hasHappened(on, at, JapanTime.now(clock)).orThrow();
    StayPolicy.endsAfterAdmission(stay, on).orThrow();
    OffsetDateTime end = Moments.at(on, at);
    return end.isBefore(stay.admittedAt()) ? stay.admittedAt() : end;
  }

  /** Leave and return. */
  UUID become(Stay stay, Side side, StayState state, LocalDate on) {
    StepKind kind = state == StayState.ON_LEAVE ? StepKind.LEFT_FOR_LEAVE : StepKind.RETURNED;
    mustBe(side, kind);
    StayPolicy.mayBecome(stay, state).orThrow();
    StayPolicy.hasHappened(on, null, JapanTime.now(clock)).orThrow();
    StayPolicy.endsAfterAdmission(stay, on).orThrow();
    Stay changed = changed(stay, state, stay.plannedOn(), null, null);
    return finish(changed, kind, side, Moments.at(on, null), false, null, "stay.leave");
  }

  private static void mustBe(Side side, StepKind kind) {
    if (!kind.isOf(side)) {
      throw RefusedException.because("transition.refused.side");
    }
  }

  private Stay changed(
      Stay stay,
      StayState state,
      @Nullable LocalDate planned,
      @Nullable OffsetDateTime end,
      @Nullable OrganizationId next) {
    Stay changed =
        new Stay(
            stay.id(),
            stay.caseNumber(),
            stay.chain(),
            stay.person(),
            stay.hospital(),
            stay.ward(),
            stay.wardType(),
            stay.feeGrade(),
            state,
            stay.admittedAt(),
            stay.timeKnown(),
            planned,
            end,
            next);
    rows.update(changed);
    return changed;
  }

  private UUID finish(
      Stay stay,
      StepKind kind,
      Side side,
      OffsetDateTime at,
      boolean timeKnown,
      @Nullable String note,
      String what) {
    UUID step = log.add(stay, StepLog.Entry.of(kind, side, at, timeKnown, note));
    refresh.after(stay);
    OffsetDateTime ended = stay.endedAt();
    // A hospital that hands on to the next one is done when that one is let in.
    if (kind == StepKind.DISCHARGED && ended != null && stay.state() != StayState.TRANSFERRED) {
      circle.placeEnds(stay, ended);
    }
    audit.changed(
        what,
        stay.id().value(),
        List.of(stay.person().value()),
        note == null || kind == StepKind.DISCHARGE_PLANNED ? null : note);
    return step;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
