package tasuki.transition;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Idempotency;
import tasuki.kernel.RefusedException;
import tasuki.person.NewBasis;
import tasuki.person.PersonId;

/**
 * The stay of a person in hospital, told by both sides: admitted, known, prepared, discharged, at
 * home. Every write takes a key; the same key of the same account counts once.
 */
@Service
@Transactional
public class Stays {

  private final StayRows rows;
  private final Admissions admissions;
  private final Corrections corrections;
  private final Endings endings;
  private final StepLog log;
  private final Parties parties;
  private final Circle circle;
  private final Refresh refresh;
  private final Idempotency idempotency;
  private final Organizations organizations;
  private final AuditLog audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Stays(
      StayRows rows,
      Admissions admissions,
      Corrections corrections,
      Endings endings,
      StepLog log,
      Parties parties,
      Circle circle,
      Refresh refresh,
      Idempotency idempotency,
      Organizations organizations,
      AuditLog audit,
      Clock clock,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.admissions = admissions;
    this.corrections = corrections;
    this.endings = endings;
    this.log = log;
    this.parties = parties;
    this.circle = circle;
    this.refresh = refresh;
    this.idempotency = idempotency;
    this.organizations = organizations;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Reports an admission. A second report within three days of the first joins it, whichever side
   * comes first; one farther away from an open stay of the same hospital is asked about.
   *
   * @throws RefusedException when it lies in the future, no hospital is named, the person is not
   *     seen in full, or a separate stay would overlap with a known one
   */
  public AdmissionResult admit(Admission report, UUID key) {
    circle.requireFull(report.person());
    rows.lock(report.person());
    Optional<Stay> known = admissions.known(report);
    if (known.isPresent() && admissions.mustAsk(report, known.get())) {
      return new AdmissionResult.Asked(known.get());
    }
    StayId stay = new StayId(idempotency.once(key, () -> admissions.write(report, known).value()));
    return known.isPresent() && known.get().id().equals(stay)
        ? new AdmissionResult.Joined(stay)
        : new AdmissionResult.Opened(stay);
  }

  /**
   * Corrects what was reported of an admission: a step of its own with the reason. What it said
   * before stays in the log, deadlines and counts are computed anew, and the other side is told.
   *
   * @throws RefusedException when nothing would change, it is not for this side to say, or the stay
   *     would overlap with another one
   */
  public StepId correct(StayId id, Correction correction, UUID key) {
    Stay stay = toChange(id);
    return new StepId(
        idempotency.once(key, () -> corrections.correct(stay, side(stay), correction)));
  }

  /**
   * Logs what the acting side did.
   *
   * @throws RefusedException when this side does not do such a thing, or not at that time
   */
  public StepId log(StayId id, NewStep step, UUID key) {
    Stay stay = toChange(id);
    Side side = side(stay);
    StayPolicy.hasHappened(step.on(), step.at(), JapanTime.now(clock)).orThrow();
    StayPolicy.mayLog(stay, side, step.kind(), step.on()).orThrow();
    return new StepId(
        idempotency.once(
            key,
            () -> {
              UUID added =
                  log.add(
                      stay,
                      new StepLog.Entry(
                          step.kind(),
                          side,
                          Moments.at(step.on(), step.at()),
                          step.at() != null,
                          step.mode(),
                          step.counterpart(),
                          step.professions().stream().map(Enum::name).toList(),
                          step.note(),
                          null,
                          null));
              refresh.after(stay);
              return added;
            }));
  }

  /**
   * Confirms or denies what another side says, or takes back what the own side said. Nothing is
   * removed: both words stay in the log.
   *
   * @throws RefusedException when it is not for this side to say
   */
  public StepId answer(StepId about, Stance stance, @Nullable String note, UUID key) {
    Step step = log.find(about).orElseThrow(() -> new AbsentException("step"));
    Stay stay = toChange(new StayId(step.stay()));
    Side side = side(stay);
    StayPolicy.mayAnswer(step, Acting.organization(), side, stance).orThrow();
    return new StepId(
        idempotency.once(
            key,
            () ->
                log.answered(about.value(), stance)
                    .orElseGet(() -> answer(stay, step, side, stance, note))));
  }

  private UUID answer(Stay stay, Step step, Side side, Stance stance, @Nullable String note) {
    // A confirmation says when it happened; a denial or withdrawal says when it was said.
    boolean confirms = stance == Stance.CONFIRMS;
    UUID added =
        log.add(
            stay,
            new StepLog.Entry(
                step.kind(),
                side,
                confirms ? step.occurredAt() : OffsetDateTime.now(clock),
                !confirms || step.timeKnown(),
                Mode.SYSTEM,
                null,
                List.of(),
                note,
                step.id(),
                stance));
    refresh.after(stay);
    return added;
  }

  /** Names the planned day of discharge, or says that it is open again; each change is kept. */
  public StepId planDischarge(StayId id, @Nullable LocalDate day, @Nullable String note, UUID key) {
    Stay stay = toChange(id);
    return new StepId(idempotency.once(key, () -> endings.plan(stay, side(stay), day, note)));
  }

  /** The person left the hospital, or died there, which stops every clock and reminder. */
  public void discharge(
      StayId id, DischargeTo where, LocalDate on, @Nullable LocalTime at, UUID key) {
    Stay stay = toChange(id);
    idempotency.once(
        key,
        () -> {
          UUID step = endings.discharge(stay, side(stay), where, on, at);
          events.publishEvent(
              new StayEnded(stay.id().value(), stay.person().value(), where.state()));
          return step;
        });
  }

  /**
   * The person went on to another hospital: this stay ends, the next one of the chain begins, and
   * its clocks start anew.
   *
   * @param basis on which the next hospital is let in; null where it is in or no member
   */
  public StayId transfer(
      StayId id,
      OrganizationId next,
      LocalDate on,
      @Nullable LocalTime at,
      @Nullable NewBasis basis,
      UUID key) {
    Stay stay = toChange(id);
    return new StayId(
        idempotency.once(
            key,
            () -> {
              endings.transfer(stay, side(stay), next, on, at);
              events.publishEvent(
                  new StayEnded(stay.id().value(), stay.person().value(), StayState.TRANSFERRED));
              UUID there = admissions.continueIn(stay, next, on, at, basis).value();
              circle.placeEnds(stay, Moments.at(on, at));
              return there;
            }));
  }

  /** The person goes home for a while (外泊); the stay goes on. */
  public void leave(StayId id, LocalDate on, UUID key) {
    Stay stay = toChange(id);
    idempotency.once(key, () -> endings.become(stay, side(stay), StayState.ON_LEAVE, on));
  }

  /** The person came back from a leave. */
  public void returned(StayId id, LocalDate on, UUID key) {
    Stay stay = toChange(id);
    idempotency.once(key, () -> endings.become(stay, side(stay), StayState.IN_HOSPITAL, on));
  }

  /** Puts somebody of the acting organisation in charge of the case, and a stand-in. */
  public void charge(StayId id, @Nullable UUID account, @Nullable UUID standIn) {
    Stay stay = toChange(id);
    parties.charge(id, account, standIn);
    audit.changed(
        "stay.charged", id.value(), List.of(stay.person().value()), account + "/" + standIn);
  }

  /**
   * Why the person was admitted, by which rates leave some stays out; empty where nobody said.
   *
   * @throws AbsentException when there is no such stay for the acting organisation
   */
  @Transactional(readOnly = true)
  public Optional<AdmissionReason> reason(StayId id) {
    Stay stay = rows.get(id);
    audit.viewed("stay", List.of(stay.person().value()), id.value());
    return rows.reason(id);
  }

  /** Recomputes what follows from a stay, after its person's plan owner, level or team changed. */
  public void renew(PersonId person) {
    circle.requireFull(person);
    rows.of(person).stream().filter(stay -> !stay.state().ended()).forEach(refresh::after);
  }

  /**
   * A stay.
   *
   * @throws AbsentException when there is none for the acting organisation
   */
  @Transactional(readOnly = true)
  public Stay get(StayId id) {
    Stay stay = rows.get(id);
    audit.viewed("stay", List.of(stay.person().value()), id.value());
    return stay;
  }

  /** The stays of a person that the acting organisation may see, the latest first. */
  @Transactional(readOnly = true)
  public List<Stay> of(PersonId person) {
    List<Stay> stays = rows.of(person);
    if (!stays.isEmpty()) {
      audit.viewed("person.stays", List.of(person.value()), null);
    }
    return stays;
  }

  private Stay toChange(StayId id) {
    Stay found = rows.get(id);
    circle.requireFull(found.person());
    rows.lock(found.person());
    // Read again: somebody else may have written while this one waited.
    return rows.get(id);
  }

  private Side side(Stay stay) {
    OrganizationId own = new OrganizationId(Acting.organization());
    return Parties.sideOf(own, organizations.get(own).kind(), stay, refresh.home(stay));
  }
}
