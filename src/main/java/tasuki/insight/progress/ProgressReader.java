package tasuki.insight.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.directory.Organization;
import tasuki.directory.OrganizationKind;
import tasuki.fund.schedule.Schedules;
import tasuki.fund.schedule.Stage;
import tasuki.goal.OffTrack;
import tasuki.identity.DivisionId;
import tasuki.programme.Edition;
import tasuki.programme.EditionId;
import tasuki.programme.Editions;
import tasuki.programme.Judging;
import tasuki.programme.Scope;
import tasuki.programme.SpendingPolicy;
import tasuki.programme.Totals;

/** Gathers how a fiscal year stands from the rooms that keep it. */
@Component
class ProgressReader {

  /** Nobody follows up on more at once; the list's own page has the rest. */
  private static final int LAGGING = 20;

  private final Editions editions;
  private final Totals totals;
  private final Judging judging;
  private final OffTrack offTrack;
  private final Schedules schedules;
  private final Clock clock;

  ProgressReader(
      Editions editions,
      Totals totals,
      Judging judging,
      OffTrack offTrack,
      Schedules schedules,
      Clock clock) {
    this.editions = editions;
    this.totals = totals;
    this.judging = judging;
    this.offTrack = offTrack;
    this.schedules = schedules;
    this.clock = clock;
  }

  /**
   * The organisation's year.
   *
   * @param division whose programmes and indicators; null for those of all
   * @param most of how many programmes without an indicator the names are wanted
   */
  @Transactional(readOnly = true)
  public Progress read(
      Organization organization, FiscalYear year, @Nullable UUID division, int most) {
    LocalDate today = JapanTime.today(clock);
    List<Edition> lists =
        editions.all(organization.id()).stream().filter(one -> one.year().equals(year)).toList();
    Scope scope =
        new Scope(
            lists.stream().map(Edition::id).toList(),
            division == null ? null : new DivisionId(division));
    Map<EditionId, Totals.Total> sums = totals.of(scope);
    Optional<BigDecimal> least = SpendingPolicy.least(year, today);
    return new Progress(
        year,
        SpendingPolicy.gone(year, today),
        least,
        lists.stream()
            .filter(one -> sums.containsKey(one.id()))
            .map(one -> new Progress.ListSum(one, sums.getOrDefault(one.id(), Totals.Total.NONE)))
            .toList(),
        totals.divisions(scope),
        least.map(share -> totals.lagging(scope, share, LAGGING)).orElse(List.of()),
        offTrack.of(year, Optional.ofNullable(division)),
        due(organization),
        judging.without(scope, most),
        judging.countWithout(scope));
  }

  private List<Stage> due(Organization organization) {
    return organization.kind() == OrganizationKind.PREFECTURE ? schedules.open() : List.of();
  }

  /** The years that can be looked at, the latest first: those of lists, and the running one. */
  @Transactional(readOnly = true)
  public List<FiscalYear> years(Organization organization) {
    return Stream.concat(
            Stream.of(now()), editions.all(organization.id()).stream().map(Edition::year))
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** The running year, at which one looks first; later ones are being prepared. */
  FiscalYear now() {
    return FiscalYear.of(JapanTime.today(clock));
  }
}
