package tasuki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tasuki.kernel.Ids;

/** What happened to applications and entries; only added to. */
@Repository
class History {

  /**
   * What happened.
   *
   * @param by the account; null where a list or the clock did it
   */
  record Event(
      EventKind kind,
      @Nullable String text,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable String by,
      OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;

  History(JdbcClient jdbc, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds what happened to an application, and to the entry it is about or became. */
  void add(Application application, @Nullable UUID entry, EventKind kind, @Nullable String text) {
    add(
        application.register(),
        application.organization(),
        application.id(),
        entry,
        kind,
        text,
        null);
  }

  /** Adds what happened to an entry. */
  void add(Entry entry, EventKind kind, @Nullable String text) {
    add(entry.register(), entry.organization(), null, entry.id(), kind, text, entry.term());
  }

  void add(
      String register,
      OrganizationId holder,
      @Nullable UUID application,
      @Nullable UUID entry,
      EventKind kind,
      @Nullable String text,
      @Nullable Term term) {
    jdbc.sql(
            """
            insert into register.event (id, register, holder, application, entry, kind, text,
              valid_from, valid_until, at)
            values (:id, :register, :holder, :application::uuid, :entry::uuid, :kind, :text,
              :from::date, :until::date, :at)
            """)
        .param("id", ids.next())
        .param("register", register)
        .param("holder", holder.value())
        .param("application", application)
        .param("entry", entry)
        .param("kind", kind.name())
        .param("text", text)
        .param("from", term == null ? null : term.from())
        .param("until", term == null ? null : term.until())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** What happened to an application, in order. */
  @Transactional(readOnly = true)
  public List<Event> ofApplication(UUID application) {
    return of("event.application = ?", application);
  }

  /** What happened to an entry, in order, with the applications for it. */
  @Transactional(readOnly = true)
  public List<Event> ofEntry(UUID entry) {
    return of("event.entry = ?", entry);
  }

  private List<Event> of(String condition, UUID id) {
    return jdbc.sql(
            """
            select event.*, account.name as account_name from register.event event
            left join identity.account account on account.id = event.account
            where %s order by event.at, event.id
            """
                .formatted(condition))
        .param(id)
        .query(History::event)
        .list();
  }

  private static Event event(ResultSet row, int number) throws SQLException {
    return new Event(
        EventKind.valueOf(row.getString("kind")),
        row.getString("text"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("account_name"),
        row.getObject("at", OffsetDateTime.class));
  }
}
