package tasuki.fund.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.fund.Category;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;

/**
 * What the state says it will give for a year (内示). The last that was said of a category counts.
 */
@Service
@Transactional
public class Allocations {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Editions editions;

  Allocations(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, Editions editions) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.editions = editions;
  }

  /** What the state said last, by the category's code. */
  @Transactional(readOnly = true)
  public Map<String, Allocation> of(FiscalYear year) {
    Map<String, Allocation> said = new HashMap<>();
    history(year).forEach(one -> said.putIfAbsent(one.category(), one));
    return said;
  }

  /** Everything the state said, the latest first. */
  @Transactional(readOnly = true)
  public List<Allocation> history(FiscalYear year) {
    return jdbc.sql("select * from fund.allocation where fiscal_year = ? order by id desc")
        .param(year.year())
        .query(
            (row, _) ->
                new Allocation(
                    row.getString("category"),
                    row.getLong("yen"),
                    row.getObject("allotted_on", LocalDate.class),
                    row.getObject("account", UUID.class),
                    JapanTime.at(row.getObject("at", OffsetDateTime.class).toInstant())))
        .list();
  }

  /**
   * Writes down what the state said.
   *
   * @param yen by category; what is the same as before is left as it is
   * @return how many became different
   * @throws RefusedException when an amount is less than nothing
   */
  public int say(FiscalYear year, Map<Category, Long> yen, LocalDate on) {
    editions.letCompile("fund");
    Map<String, Allocation> before = of(year);
    int changed = 0;
    for (Map.Entry<Category, Long> one : yen.entrySet()) {
      if (one.getValue() < 0) {
        throw RefusedException.because("programme.refused.negative");
      }
      Allocation old = before.get(one.getKey().code());
      if (old == null || old.yen() != one.getValue() || !old.on().equals(on)) {
        say(year, one.getKey(), old, one.getValue(), on);
        changed++;
      }
    }
    return changed;
  }

  private void say(
      FiscalYear year, Category category, @Nullable Allocation old, long yen, LocalDate on) {
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into fund.allocation (id, fiscal_year, category, yen, allotted_on, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(id, year.year(), category.code(), yen, on, OffsetDateTime.now(clock))
        .update();
    audit.changed(
        "fund.allotted",
        id,
        List.of(),
        "%d %s %s: %s → %d"
            .formatted(
                year.year(), category.code(), on, old == null ? null : (Long) old.yen(), yen));
  }
}
