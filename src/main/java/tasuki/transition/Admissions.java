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
import org.springframework.stereotype.Component;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationId;
import tasuki.directory.Organizations;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.person.NewBasis;

/** How stays begin: reported by either side, joined when both report the same, or continued. */
@Component
class Admissions {

  private final StayRows rows;
  private final StepLog log;
  private final Circle circle;
  private final Chains chains;
  private final Refresh refresh;
  private final Organizations organizations;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  Admissions(
      StayRows rows,
      StepLog log,
      Circle circle,
      Chains chains,
      Refresh refresh,
      Organizations organizations,
      Ids ids,
      Clock clock,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.log = log;
    this.circle = circle;
    this.chains = chains;
    this.refresh = refresh;
    this.organizations = organizations;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  /** The known stay that a report may be of: one near in time first, then an overlapping one. */
  Optional<Stay> known(Admission report) {
    List<Stay> stays =
        rows.of(report.person()).stream()
            .filter(stay -> stay.hospital().equals(report.hospital()))
            .toList();
    return stays.stream()
        .filter(stay -> StayPolicy.sameStay(stay.admitted().toLocalDate(), report.on()))
        .findFirst()
        .or(() -> stays.stream().filter(stay -> overlaps(stay, report.on())).findFirst());
  }

  private static boolean overlaps(Stay stay, LocalDate on) {
    return !stay.state().ended()
        || !on.isBefore(stay.admitted().toLocalDate()) && !endedBefore(stay, on);
  }

  private static boolean endedBefore(Stay stay, LocalDate on) {
    var ended = stay.ended();
    return ended != null && !ended.toLocalDate().isAfter(on);
  }

  /** Whether only a person can tell if the report is of the known stay. */
  boolean mustAsk(Admission report, Stay known) {
    if (StayPolicy.sameStay(known.admitted().toLocalDate(), report.on())) {
      // Home again and back within three days is a new stay, unless it is the first report's.
      return returnsAfterEnd(known, report.on()) && report.decision() == null;
    }
    return report.decision() == null;
  }

  private static boolean returnsAfterEnd(Stay known, LocalDate on) {
    var ended = known.ended();
    return ended != null
        && on.isAfter(known.admitted().toLocalDate())
        && !ended.toLocalDate().isAfter(on);
  }

  /** Writes the report: into the known stay, or as a new one. */
  StayId write(Admission report, Optional<Stay> known) {
    Organization hospital = organizations.get(report.hospital());
    StayPolicy.takesPatients(hospital).orThrow();
    StayPolicy.hasHappened(report.on(), report.at(), JapanTime.now(clock)).orThrow();
    Optional<UUID> place = circle.letIn(report.person(), hospital, report.basis());
    if (known.isPresent() && report.decision() != Admission.Decision.SEPARATE) {
      circle.givenFor(known.get(), place);
      return join(known.get(), report);
    }
    refuseOverlap(report);
    return begin(report, place);
  }

  private void refuseOverlap(Admission report) {
    OffsetDateTime from = Moments.at(report.on(), report.at());
    for (Stay stay : rows.of(report.person())) {
      if (stay.hospital().equals(report.hospital()) && StayPolicy.overlap(stay, from, null)) {
        throw RefusedException.because(
            stay.state().ended() ? "transition.refused.overlaps" : "transition.refused.still-open");
      }
    }
  }

  private StayId join(Stay stay, Admission report) {
    know(stay, report);
    rows.addReason(stay.id(), report.reason());
    refresh.after(stay);
    audit.changed("stay.joined", stay.id().value(), List.of(stay.person().value()), null);
    return stay.id();
  }

  private StayId begin(Admission report, Optional<UUID> place) {
    WardType type = report.wardType() == null ? WardType.GENERAL : report.wardType();
    Stay stay = open(report, type, chainFor(report));
    chains.renew(stay.person());
    circle.givenFor(stay, place);
    know(stay, report);
    refresh.after(stay);
    return stay.id();
  }

  private Stay open(Admission report, WardType type, UUID chain) {
    UUID id = ids.next();
    Stay stay =
        new Stay(
            new StayId(id),
            caseNumber(report.on(), id),
            chain,
            report.person(),
            report.hospital(),
            report.ward(),
            type,
            rows.declaredGrade(report.hospital(), type, report.on()).orElse(null),
            StayState.IN_HOSPITAL,
            Moments.at(report.on(), report.at()),
            report.at() != null,
            null,
            null,
            null);
    rows.insert(stay, now());
    rows.addReason(stay.id(), report.reason());
    audit.changed("stay.opened", id, List.of(stay.person().value()), null);
    events.publishEvent(new AdmissionKnown(id, stay.person().value(), stay.hospital().value()));
    return stay;
  }

  /**
   * A number nobody can trace to a person: the month, and letters from the random part of an id.
   */
  private static String caseNumber(LocalDate on, UUID id) {
    String letters = Long.toString(id.getLeastSignificantBits() & 0x3FFF_FFFF_FFFFL, 36);
    return "%02d%02d-%s"
        .formatted(
            on.getYear() % 100,
            on.getMonthValue(),
            ("000000000" + letters).substring(letters.length()).toUpperCase(java.util.Locale.ROOT));
  }

  /** The side's own word that it knows; and the hospital's word to a plan owner who reads here. */
  private void know(Stay stay, Admission report) {
    Circle.Home home = refresh.home(stay);
    OrganizationId own = new OrganizationId(Acting.organization());
    Side side = Parties.sideOf(own, organizations.get(own).kind(), stay, home);
    OffsetDateTime at = now();
    log.add(
        stay,
        new StepLog.Entry(
            StepKind.ADMISSION_KNOWN,
            side,
            at,
            true,
            report.mode(),
            report.from(),
            List.of(),
            null,
            null,
            null));
    Organization office = home.office();
    if (side == Side.HOSPITAL && office != null && office.member()) {
      log.add(stay, StepLog.Entry.of(StepKind.CONTACTED, side, at, true, null));
    }
  }

  /** The open case of the person; else a new one. */
  private UUID chainFor(Admission report) {
    Optional<StayRows.Chain> open = rows.openChain(report.person());
    if (open.isPresent()) {
      return open.get().id();
    }
    UUID id = ids.next();
    rows.openChain(id, report.person(), Moments.at(report.on(), report.at()));
    return id;
  }

  /** The next stay of a chain after a transfer; joined where that hospital has reported it. */
  StayId continueIn(
      Stay former,
      OrganizationId next,
      LocalDate on,
      @Nullable LocalTime at,
      @Nullable NewBasis basis) {
    Admission report =
        new Admission(former.person(), next, on, at, null, null, Mode.SYSTEM, null, basis, null);
    Optional<Stay> known = known(report).filter(stay -> !stay.state().ended());
    Organization hospital = organizations.get(next);
    Optional<UUID> place = circle.letIn(former.person(), hospital, basis);
    if (known.isPresent()) {
      circle.givenFor(known.get(), place);
      return join(known.get(), report);
    }
    Stay stay = open(report, WardType.GENERAL, former.chain());
    circle.givenFor(stay, place);
    know(stay, report);
    refresh.after(stay);
    return stay.id();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
