package tasuki.transition.rate;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/**
 * What was published of which year. A year is published once; corrections since then come with a
 * revision (改訂), when an officer asks for it or when the next year is published.
 */
@Component
@Transactional
class Publications {

  /**
   * A publication.
   *
   * @param version 1 for the first; those after it are revisions
   * @param reason why it was revised; null for the first and for a yearly revision
   */
  record Published(
      UUID id,
      FiscalYear year,
      int version,
      OffsetDateTime at,
      Standard standard,
      @Nullable String reason) {

    boolean isRevision() {
      return version > 1;
    }
  }

  private final PublicationRows rows;
  private final PublicRates rates;
  private final Standards standards;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  Publications(
      PublicationRows rows,
      PublicRates rates,
      Standards standards,
      Ids ids,
      Clock clock,
      AuditLog audit) {
    this.rows = rows;
    this.rates = rates;
    this.standards = standards;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /** Every publication, the latest year and version first. */
  @Transactional(readOnly = true)
  public List<Published> all() {
    return rows.all();
  }

  /** The publications of a year, the latest first. */
  @Transactional(readOnly = true)
  public List<Published> of(FiscalYear year) {
    return rows.all().stream().filter(one -> one.year().equals(year)).toList();
  }

  /** What stands on the page. */
  @Transactional(readOnly = true)
  public Map<YearCounts.Cell, PublicTable.Shown> shown(Published published, Rate rate) {
    return rows.shown(published.id(), rate);
  }

  /** Publishes a year for the first time, unless it was, or nobody was counted in it. */
  public boolean publish(FiscalYear year) {
    rows.lock();
    if (!of(year).isEmpty() || !rates.hasCases(year) || !rates.isCounted(year)) {
      return false;
    }
    add(year, 1, null, tables(year, List.of()));
    return true;
  }

  /** What differs now from what was last published of the year, by rate; without what is alike. */
  @Transactional(readOnly = true)
  public Map<Rate, Integer> changedSince(FiscalYear year) {
    Map<Rate, Integer> changed = new EnumMap<>(Rate.class);
    Optional<Published> last = of(year).stream().findFirst();
    for (Rate rate : last.isEmpty() ? List.<Rate>of() : PublicRates.RATES) {
      YearCounts then = rows.table(last.get().id(), rate).counts();
      YearCounts now = rates.count(rate, year);
      int cells =
          (int)
              now.counts().entrySet().stream()
                  .filter(one -> !one.getValue().equals(then.counts().get(one.getKey())))
                  .count();
      if (cells > 0) {
        changed.put(rate, cells);
      }
    }
    return changed;
  }

  /**
   * Publishes a revision of a year beside what was published before.
   *
   * @param reason for the public; null for a yearly revision
   * @throws AbsentException when the year was never published
   * @throws RefusedException while months are being counted, and when nothing new could be said
   *     that would not tell a count under ten
   */
  public Published revise(FiscalYear year, @Nullable String reason) {
    rows.lock();
    List<Published> before = new ArrayList<>(of(year).reversed());
    if (before.isEmpty()) {
      throw new AbsentException("publication");
    }
    if (!rates.isCounted(year)) {
      throw RefusedException.because("rate.refused.counting");
    }
    Map<Rate, PublicTable> tables = tables(year, before);
    UUID last = before.getLast().id();
    boolean saysMore =
        tables.entrySet().stream()
            .anyMatch(one -> one.getValue().saysMoreThan(rows.shown(last, one.getKey())));
    if (!saysMore) {
      throw RefusedException.because(
          changedSince(year).isEmpty() ? "rate.refused.unchanged" : "rate.refused.small");
    }
    return add(year, before.size() + 1, reason, tables);
  }

  private Map<Rate, PublicTable> tables(FiscalYear year, List<Published> before) {
    Map<Rate, PublicTable> tables = new LinkedHashMap<>();
    for (Rate rate : PublicRates.RATES) {
      List<PublicTable> former = before.stream().map(one -> rows.table(one.id(), rate)).toList();
      tables.put(rate, PublicTable.of(rates.count(rate, year), former));
    }
    return tables;
  }

  private Published add(
      FiscalYear year, int version, @Nullable String reason, Map<Rate, PublicTable> tables) {
    Published published =
        new Published(
            ids.next(), year, version, OffsetDateTime.now(clock), standards.ofPrefecture(), reason);
    rows.add(published, tables);
    audit.changed(
        version == 1 ? "rate.published" : "rate.revised",
        published.id(),
        List.of(),
        year.year() + "/" + version);
    return published;
  }
}
