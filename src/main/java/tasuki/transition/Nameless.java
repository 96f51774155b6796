package tasuki.transition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tasuki.area.AreaId;
import tasuki.directory.Organization;
import tasuki.directory.Organizations;

/**
 * Keeps the rows of the 連絡もれ一覧: what a stay lacks, said without the person, in the transaction that
 * changes the stay.
 */
@Component
class Nameless {

  /**
   * Something that is or will be missing.
   *
   * @param settledAt when it came after all or was no longer needed; null while it is missing
   */
  record Gap(
      StepKind missing, Side side, OffsetDateTime since, @Nullable OffsetDateTime settledAt) {}

  private final JdbcClient jdbc;
  private final Grounds grounds;
  private final Organizations organizations;

  Nameless(JdbcClient jdbc, Grounds grounds, Organizations organizations) {
    this.jdbc = jdbc;
    this.grounds = grounds;
    this.organizations = organizations;
  }

  void refresh(Stay stay, Circle.Home home, List<Step> log, List<RunningClock> clocks) {
    Organization hospital = organizations.get(stay.hospital());
    LocalDate day = stay.admitted().toLocalDate();
    AreaId hospitalArea = grounds.area(hospital, day).orElse(null);
    AreaId officeArea = grounds.area(home.office(), day).orElse(null);
    List<Row> before = rows(stay);
    List<Row> after =
        gaps(stay, home, log, clocks).stream()
            .map(gap -> wanted(stay, home, gap, evidence(gap, home, hospital, log)))
            .toList();
    for (Row wanted : after) {
      if (!before.contains(wanted)) {
        write(stay, hospitalArea, officeArea, wanted);
      }
    }
    before.stream()
        .filter(row -> !row.hospital().equals(stay.hospital().value()))
        .filter(row -> after.stream().noneMatch(row::isSameThing))
        .forEach(row -> write(stay, hospitalArea, officeArea, row.notMissedIn(stay)));
  }

  /** A row as it is kept, as far as it changes. */
  private record Row(
      String missing,
      String side,
      UUID hospital,
      @Nullable UUID office,
      String group,
      LocalDate admitted,
      @Nullable LocalDate discharged,
      Instant since,
      String evidence,
      @Nullable Instant settled) {

    boolean isSameThing(Row other) {
      return missing.equals(other.missing) && side.equals(other.side);
    }

    /** Nobody asks for it in the hospital in which the person lies after all. */
    Row notMissedIn(Stay stay) {
      return new Row(
          missing,
          side,
          stay.hospital().value(),
          office,
          group,
          admitted,
          discharged,
          since,
          evidence,
          settled == null ? since : settled);
    }
  }

  private static Row wanted(Stay stay, Circle.Home home, Gap gap, String evidence) {
    Organization office = home.office();
    LocalDateTime ended = stay.ended();
    OffsetDateTime settled = gap.settledAt();
    return new Row(
        gap.missing().name(),
        gap.side().name(),
        stay.hospital().value(),
        office == null ? null : office.id().value(),
        home.group().name(),
        stay.admitted().toLocalDate(),
        ended == null ? null : ended.toLocalDate(),
        gap.since().toInstant(),
        evidence,
        settled == null ? null : settled.toInstant());
  }

  private List<Row> rows(Stay stay) {
    return jdbc.sql("select * from transition.nameless where case_number = ?")
        .param(stay.caseNumber())
        .query(
            (row, _) -> {
              OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
              return new Row(
                  row.getString("missing"),
                  row.getString("side"),
                  row.getObject("hospital", UUID.class),
                  row.getObject("office", UUID.class),
                  row.getString("care_group"),
                  row.getObject("admitted_on", LocalDate.class),
                  row.getObject("discharged_on", LocalDate.class),
                  row.getObject("since", OffsetDateTime.class).toInstant(),
                  row.getString("evidence"),
                  settled == null ? null : settled.toInstant());
            })
        .list();
  }

  /** What the stay lacks or may come to lack. */
  static List<Gap> gaps(
      Stay stay, Circle.Home home, List<Step> log, Collection<RunningClock> clocks) {
    List<Gap> gaps =
        new java.util.ArrayList<>(
            clocks.stream()
                .filter(clock -> !clock.wish())
                .filter(clock -> undecided(clock, home) || clock.isOf(stay, home))
                .collect(Collectors.groupingBy(clock -> clock.side() + "/" + clock.step()))
                .values()
                .stream()
                .map(same -> ofClocks(stay, same))
                .toList());
    contactBeforeDischarge(stay, home, log).ifPresent(gaps::add);
    return gaps.stream()
        .collect(
            Collectors.toMap(gap -> gap.missing() + "/" + gap.side(), gap -> gap, Nameless::worse))
        .values()
        .stream()
        .toList();
  }

  /** While nobody answers for the plan, what the former office had to do stays as it was. */
  private static boolean undecided(RunningClock clock, Circle.Home home) {
    return clock.side() != Side.HOSPITAL && home.office() == null;
  }

  private static Gap worse(Gap one, Gap other) {
    if (one.settledAt() == null) {
      return one;
    }
    return other;
  }

  /** Of several clocks for one step the last one says since when it is missing. */
  private static Gap ofClocks(Stay stay, List<RunningClock> same) {
    RunningClock last = same.stream().max(Comparator.comparing(RunningClock::lateAt)).orElseThrow();
    Optional<OffsetDateTime> met =
        same.stream().map(RunningClock::metAt).filter(Objects::nonNull).findFirst();
    OffsetDateTime stopped = last.stoppedAt();
    boolean neverLate = stopped != null && stopped.isBefore(last.lateAt());
    boolean died = stay.state() == StayState.DIED;
    OffsetDateTime settled = met.orElse(neverLate || died ? stopped : null);
    return new Gap(last.step(), last.side(), last.lateAt(), settled);
  }

  /** Whether the home side heard of the discharge before it happened. */
  private static Optional<Gap> contactBeforeDischarge(Stay stay, Circle.Home home, List<Step> log) {
    LocalDateTime ended = stay.ended();
    OffsetDateTime endedAt = stay.endedAt();
    if (!stay.state().livesOutside() || home.office() == null || ended == null || endedAt == null) {
      return Optional.empty();
    }
    List<Step> told =
        log.stream()
            .filter(step -> step.kind().tellsOfDischarge() && step.claims())
            .filter(step -> !Evidence.isWithdrawn(step, log) && !Evidence.isDenied(step, log))
            .toList();
    boolean before = told.stream().anyMatch(step -> !step.day().isAfter(ended.toLocalDate()));
    Optional<OffsetDateTime> after = told.stream().map(Step::occurredAt).findFirst();
    return Optional.of(
        new Gap(
            StepKind.DISCHARGE_PLANNED,
            Side.HOSPITAL,
            endedAt,
            before ? endedAt : after.orElse(null)));
  }

  private static String evidence(Gap gap, Circle.Home home, Organization hospital, List<Step> log) {
    Organization office = home.office();
    boolean member =
        gap.side() == Side.HOSPITAL ? office != null && office.member() : hospital.member();
    if (!member) {
      return Evidence.COUNTERPART_ABSENT.name();
    }
    boolean said =
        log.stream()
            .anyMatch(
                step ->
                    step.claims()
                        && (step.kind() == gap.missing()
                            || gap.missing() == StepKind.DISCHARGE_PLANNED
                                && step.kind().tellsOfDischarge()));
    return said ? Evidence.ONE_SIDED.name() : "NONE";
  }

  private void write(
      Stay stay, @Nullable AreaId hospitalArea, @Nullable AreaId officeArea, Row wanted) {
    Instant settled = wanted.settled();
    jdbc.sql(
            """
            insert into transition.nameless (case_number, missing, side, hospital, office,
              hospital_area, office_area, care_group, admitted_on, discharged_on, since, evidence,
              settled_at)
            values (:number, :missing, :side, :hospital, :office, :hospitalArea, :officeArea,
              :group, :admitted, :discharged, :since, :evidence, :settled)
            on conflict (case_number, missing, side) do update set hospital = excluded.hospital,
              hospital_area = excluded.hospital_area, office = excluded.office,
              office_area = excluded.office_area, care_group = excluded.care_group,
              admitted_on = excluded.admitted_on, discharged_on = excluded.discharged_on,
              since = excluded.since, evidence = excluded.evidence,
              settled_at = excluded.settled_at
            """)
        .param("number", stay.caseNumber())
        .param("missing", wanted.missing())
        .param("side", wanted.side())
        .param("hospital", wanted.hospital())
        .param("office", wanted.office())
        .param("hospitalArea", hospitalArea == null ? null : hospitalArea.value())
        .param("officeArea", officeArea == null ? null : officeArea.value())
        .param("group", wanted.group())
        .param("admitted", wanted.admitted())
        .param("discharged", wanted.discharged())
        .param("since", wanted.since().atOffset(ZoneOffset.UTC))
        .param("evidence", wanted.evidence())
        .param("settled", settled == null ? null : settled.atOffset(ZoneOffset.UTC))
        .update();
  }
}
