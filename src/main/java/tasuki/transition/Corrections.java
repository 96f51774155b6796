package tasuki.transition;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;
import tasuki.kernel.RefusedException;

/**
 * Corrects what was reported of an admission. The correction is a step of the log with its reason
 * and everything that stood before; what follows from the stay is computed anew.
 */
@Component
class Corrections {

  /** What can be corrected. */
  enum What {
    HOSPITAL,
    ADMITTED,
    REASON,
    WARD,
    WARD_TYPE,
    GRADE
  }

  /** One item with what stood before and what stands since; null where nothing was said. */
  record Change(What what, @Nullable String was, @Nullable String became) {}

  private record Kept(UUID step, Change change) {}

  private final JdbcClient jdbc;
  private final StayRows rows;
  private final StepLog log;
  private final Chains chains;
  private final Circle circle;
  private final Refresh refresh;
  private final Organizations organizations;
  private final Clock clock;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  Corrections(
      JdbcClient jdbc,
      StayRows rows,
      StepLog log,
      Chains chains,
      Circle circle,
      Refresh refresh,
      Organizations organizations,
      Clock clock,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.log = log;
    this.chains = chains;
    this.circle = circle;
    this.refresh = refresh;
    this.organizations = organizations;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  /** Writes the correction; answers with its step. */
  UUID correct(Stay stay, Side side, Correction wanted) {
    Stay corrected = corrected(stay, wanted);
    List<Change> changes = changes(stay, corrected, wanted);
    mayCorrect(stay, side, corrected, wanted, changes);
    boolean moved = !corrected.hospital().equals(stay.hospital());
    Optional<UUID> place =
        moved
            ? circle.letIn(stay.person(), organizations.get(corrected.hospital()), wanted.basis())
            : Optional.empty();
    UUID step =
        log.add(
            corrected,
            StepLog.Entry.of(
                StepKind.CORRECTED, side, OffsetDateTime.now(clock), true, wanted.because()));
    changes.forEach(change -> keep(corrected, step, change));
    if (moved) {
      // The place that the wrong hospital was given for this stay ends with the mistake.
      circle.placeEndsNow(stay);
    }
    rows.update(corrected);
    rows.setReason(stay.id(), wanted.reason());
    chains.renew(stay.person());
    if (moved) {
      circle.givenFor(corrected, place);
      events.publishEvent(
          new AdmissionKnown(
              stay.id().value(), stay.person().value(), corrected.hospital().value()));
    }
    refresh.after(corrected);
    audit.changed(
        "stay.corrected",
        stay.id().value(),
        List.of(stay.person().value()),
        changes.stream().map(change -> change.what().name()).collect(Collectors.joining(" ")));
    return step;
  }

  private static Stay corrected(Stay stay, Correction wanted) {
    return new Stay(
        stay.id(),
        stay.caseNumber(),
        stay.chain(),
        stay.person(),
        wanted.hospital(),
        wanted.ward(),
        wanted.wardType(),
        wanted.feeGrade(),
        stay.state(),
        Moments.at(wanted.on(), wanted.at()),
        wanted.at() != null,
        stay.plannedOn(),
        stay.endedAt(),
        stay.transferredTo());
  }

  private List<Change> changes(Stay stay, Stay corrected, Correction wanted) {
    List<Change> changes = new ArrayList<>();
    change(changes, What.HOSPITAL, "" + stay.hospital(), "" + corrected.hospital());
    change(changes, What.ADMITTED, moment(stay), moment(corrected));
    change(changes, What.REASON, name(rows.reason(stay.id()).orElse(null)), name(wanted.reason()));
    change(changes, What.WARD, stay.ward(), corrected.ward());
    change(changes, What.WARD_TYPE, name(stay.wardType()), name(corrected.wardType()));
    change(changes, What.GRADE, number(stay.feeGrade()), number(corrected.feeGrade()));
    return changes;
  }

  private static void change(
      List<Change> changes, What what, @Nullable String was, @Nullable String became) {
    if (!Objects.equals(was, became)) {
      changes.add(new Change(what, was, became));
    }
  }

  private static String moment(Stay stay) {
    LocalDateTime at = stay.admitted();
    return stay.timeKnown() ? at.toString() : at.toLocalDate().toString();
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static @Nullable String number(@Nullable Integer grade) {
    return grade == null ? null : grade.toString();
  }

  private void mayCorrect(
      Stay stay, Side side, Stay corrected, Correction wanted, List<Change> changes) {
    if (!StepKind.CORRECTED.isOf(side)) {
      throw RefusedException.because("transition.refused.side");
    }
    if (changes.isEmpty()) {
      throw RefusedException.because("transition.refused.same");
    }
    StayPolicy.hasHappened(wanted.on(), wanted.at(), JapanTime.now(clock)).orThrow();
    OffsetDateTime ended = stay.endedAt();
    if (ended != null && corrected.admittedAt().isAfter(ended)) {
      throw RefusedException.because("transition.refused.after-discharge");
    }
    if (!corrected.hospital().equals(stay.hospital())) {
      mayMove(stay, corrected);
    }
    boolean clashes =
        rows.of(stay.person()).stream()
            .filter(other -> !other.id().equals(stay.id()))
            .filter(other -> other.hospital().equals(corrected.hospital()))
            .anyMatch(other -> StayPolicy.overlap(other, corrected.admittedAt(), ended));
    if (clashes) {
      throw RefusedException.because("transition.refused.overlaps");
    }
  }

  private void mayMove(Stay stay, Stay corrected) {
    Organization hospital = organizations.get(corrected.hospital());
    StayPolicy.takesPatients(hospital).orThrow();
    StayPolicy.mayMove(stay, corrected.hospital(), log.of(stay.id())).orThrow();
  }

  private void keep(Stay stay, UUID step, Change change) {
    jdbc.sql(
            """
            insert into transition.correction (step, what, stay, person, was, became)
            values (:step, :what, :stay, :person, :was, :became)
            """)
        .param("step", step)
        .param("what", change.what().name())
        .param("stay", stay.id().value())
        .param("person", stay.person().value())
        .param("was", change.was())
        .param("became", change.became())
        .update();
  }

  /** Everything that was corrected of a stay, by the step that did it. */
  Map<UUID, List<Change>> of(StayId stay) {
    return jdbc
        .sql("select * from transition.correction where stay = ?")
        .param(stay.value())
        .query(
            (row, _) ->
                new Kept(
                    row.getObject("step", UUID.class),
                    new Change(
                        What.valueOf(row.getString("what")),
                        row.getString("was"),
                        row.getString("became"))))
        .list()
        .stream()
        .sorted(java.util.Comparator.comparing(kept -> kept.change().what()))
        .collect(
            Collectors.groupingBy(
                Kept::step, Collectors.mapping(Kept::change, Collectors.toList())));
  }

  /** The hospital in which the person was said to lie before the step; empty for other steps. */
  Optional<UUID> formerHospital(UUID step) {
    return jdbc.sql("select was from transition.correction where step = ? and what = 'HOSPITAL'")
        .param(step)
        .query((row, _) -> UUID.fromString(row.getString("was")))
        .optional();
  }
}
