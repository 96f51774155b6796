package tasuki.register;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.FiscalYear;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** 活動報告: what a holder did in a fiscal year. */
@Service
@Transactional
public class Reports {

  /** A report as it was handed in. */
  public record Report(FiscalYear year, String text, String by, OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Entries entries;
  private final Registers registers;
  private final History history;

  Reports(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Entries entries,
      Registers registers,
      History history) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.entries = entries;
    this.registers = registers;
    this.history = history;
  }

  /**
   * Hands in the report of a year for an entry of the acting organisation.
   *
   * @throws RefusedException when none is asked for, or it was handed in before
   */
  public void hand(UUID entryId, FiscalYear year, String text) {
    Entry entry = entries.get(entryId);
    if (!entry.organization().value().equals(Acting.organization())) {
      throw new AbsentException("entry");
    }
    boolean reported =
        years(List.of(entryId)).getOrDefault(entryId, Set.of()).contains(year.year());
    Register register = registers.get(entry.register());
    EntryPolicy.mayReport(entry, register, year, reported, today()).orThrow();
    int made =
        jdbc.sql(
                """
                insert into register.report (id, entry, register, holder, fiscal_year, text, at)
                values (:id, :entry, :register, :holder, :year, :text, :at)
                on conflict (entry, fiscal_year) do nothing
                """)
            .param("id", ids.next())
            .param("entry", entryId)
            .param("register", entry.register())
            .param("holder", entry.organization().value())
            .param("year", year.year())
            .param("text", text)
            .param("at", OffsetDateTime.now(clock))
            .update();
    if (made == 0) {
      throw RefusedException.because("register.refused.reported");
    }
    history.add(entry, EventKind.REPORTED, Integer.toString(year.year()));
    audit.changed("register.reported", entryId, List.of(), Integer.toString(year.year()));
  }

  /** The reports of an entry, the newest first; for the holder and who decides. */
  @Transactional(readOnly = true)
  public List<Report> of(UUID entry) {
    return jdbc.sql(
            """
            select report.*, account.name as account_name from register.report report
            join identity.account account on account.id = report.account
            where report.entry = ? order by report.fiscal_year desc
            """)
        .param(entry)
        .query(
            (row, _) ->
                new Report(
                    new FiscalYear(row.getInt("fiscal_year")),
                    row.getString("text"),
                    row.getString("account_name"),
                    row.getObject("at", OffsetDateTime.class)))
        .list();
  }

  /** What the entry still owes today. */
  @Transactional(readOnly = true)
  List<Reporting.Owed> owed(Entry entry, Register register) {
    Integer month = register.reportMonth();
    if (month == null) {
      return List.of();
    }
    Set<Integer> reported = years(List.of(entry.id())).getOrDefault(entry.id(), Set.of());
    return Reporting.owed(entry.term().from(), entry.endedOn(), month, reported, today());
  }

  private Map<UUID, Set<Integer>> years(Collection<UUID> wanted) {
    Map<UUID, Set<Integer>> years = new HashMap<>();
    jdbc.sql("select entry, fiscal_year from register.report where entry in (:entries)")
        .param("entries", wanted)
        .query(
            row -> {
              years
                  .computeIfAbsent(row.getObject("entry", UUID.class), _ -> new TreeSet<>())
                  .add(row.getInt("fiscal_year"));
            });
    return years;
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
