package tasuki.fund.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.fund.Categories;
import tasuki.fund.Category;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.programme.Editions;

/**
 * What came into the fund and what went back, entry by entry. What programmes draw stands in their
 * financing and is not written down a second time.
 */
@Service
@Transactional
public class Ledger {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final Categories categories;
  private final Pots pots;
  private final Editions editions;

  Ledger(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      Categories categories,
      Pots pots,
      Editions editions) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.categories = categories;
    this.pots = pots;
    this.editions = editions;
  }

  /**
   * Writes an entry.
   *
   * @throws RefusedException when it cannot be, or more would go back than is left
   */
  public EntryId add(NewEntry entry) {
    keep();
    EntryPolicy.check(entry).orThrow();
    if (entry.kind() == EntryKind.RETURNED) {
      pots.take(entry.vintage(), entry.category(), entry.yen());
    }
    EntryId id = new EntryId(ids.next());
    jdbc.sql(
            """
            insert into fund.entry (id, vintage, category, kind, fiscal_year, yen, national, note,
              at)
            values (:id, :vintage, :category, :kind, :year, :yen, :national, :note, :at)
            """)
        .param("id", id.value())
        .param("vintage", entry.vintage().year())
        .param("category", entry.category().code())
        .param("kind", entry.kind().name())
        .param("year", entry.fiscalYear().year())
        .param("yen", entry.yen())
        .param("national", entry.national())
        .param("note", entry.note())
        .param("at", OffsetDateTime.now(clock))
        .update();
    audit.changed(
        "fund.entry",
        id.value(),
        List.of(),
        "%s %s %s %s: null → %d (%d)"
            .formatted(
                entry.kind(),
                entry.vintage().year(),
                entry.category().code(),
                entry.fiscalYear().year(),
                entry.yen(),
                entry.national()));
    return id;
  }

  /**
   * Cancels an entry by its opposite.
   *
   * @throws RefusedException when it was cancelled, or what it brought has been drawn
   */
  public EntryId cancel(EntryId wrong, String reason) {
    keep();
    Entry entry = get(wrong);
    if (!entry.stands()) {
      throw RefusedException.because("fund.ledger.refused.cancelled");
    }
    if (entry.kind() != EntryKind.RETURNED) {
      pots.take(entry.vintage(), category(entry), entry.yen());
    }
    EntryId id = new EntryId(ids.next());
    try {
      jdbc.sql(
              """
              insert into fund.entry (id, vintage, category, kind, fiscal_year, yen, national,
                cancels, reason, at)
              select :id, vintage, category, kind, fiscal_year, -yen, -national, id, :reason, :at
              from fund.entry where id = :wrong
              """)
          .param("id", id.value())
          .param("reason", reason)
          .param("at", OffsetDateTime.now(clock))
          .param("wrong", wrong.value())
          .update();
    } catch (DuplicateKeyException meanwhile) {
      throw RefusedException.because("fund.ledger.refused.cancelled");
    }
    audit.changed(
        "fund.entry-cancelled",
        wrong.value(),
        List.of(),
        "%s %s %s %s: %d → 0"
            .formatted(
                entry.kind(),
                entry.vintage().year(),
                entry.category(),
                entry.fiscalYear().year(),
                entry.yen()));
    return id;
  }

  /**
   * An entry.
   *
   * @throws AbsentException when there is none for the reader
   */
  @Transactional(readOnly = true)
  public Entry get(EntryId id) {
    return pots.entry(id).orElseThrow(() -> new AbsentException("entry"));
  }

  private Category category(Entry entry) {
    return categories.find(entry.category()).orElseThrow(() -> new AbsentException("category"));
  }

  private void keep() {
    editions.letCompile("fund");
  }
}
