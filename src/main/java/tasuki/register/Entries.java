package tasuki.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.SearchChanges;
import tasuki.identity.Profession;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Who stands in which register, and how that ends. */
@Service
@Transactional
public class Entries {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final History history;
  private final SearchChanges search;
  private final RegisterNotices notices;

  Entries(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      AuditLog audit,
      History history,
      SearchChanges search,
      RegisterNotices notices) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.history = history;
    this.search = search;
    this.notices = notices;
  }

  /**
   * The entry.
   *
   * @throws AbsentException when there is none for the one who asks
   */
  @Transactional(readOnly = true)
  public Entry get(UUID id) {
    return jdbc.sql("select * from register.entry where id = ?")
        .param(id)
        .query(Entries::entry)
        .optional()
        .orElseThrow(() -> new AbsentException("entry"));
  }

  /** What the organisation stands in, and stood in as far as the one who asks may know. */
  @Transactional(readOnly = true)
  public List<Entry> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select entry.* from register.entry entry
            join register.register register on register.code = entry.register
            where entry.organization = ?
            order by register.place, register.code, entry.valid_from desc, entry.id
            """)
        .param(organization.value())
        .query(Entries::entry)
        .list();
  }

  /** What holds today of any of the organisations. */
  @Transactional(readOnly = true)
  public List<Entry> holding(Collection<OrganizationId> organizations) {
    if (organizations.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from register.entry
            where organization = any (:organizations::uuid[]) and state = 'VALID'
              and valid_from <= :today and (valid_until is null or valid_until >= :today)
            """)
        .param(
            "organizations", organizations.stream().map(OrganizationId::value).toArray(UUID[]::new))
        .param("today", today())
        .query(Entries::entry)
        .list();
  }

  /** Whether this organisation, or this professional of it, stands in the register now. */
  @Transactional(readOnly = true)
  public boolean stands(
      String register, OrganizationId organization, @Nullable Professional professional) {
    return jdbc.sql(
            """
            select exists (select from register.entry
              where register = :register and organization = :organization and state = 'VALID'
                and coalesce(holder_name, '') = :name
                and (valid_until is null or valid_until >= :today))
            """)
        .param("register", register)
        .param("organization", organization.value())
        .param("name", professional == null ? "" : professional.name())
        .param("today", today())
        .query(Boolean.class)
        .single();
  }

  /** Enters somebody, in the transaction of the decision or of the list. */
  @Transactional(propagation = Propagation.MANDATORY)
  UUID enter(
      String register,
      OrganizationId organization,
      @Nullable Professional professional,
      String number,
      Term term,
      boolean listed) {
    UUID id = ids.next();
    int made =
        jdbc.sql(
                """
                insert into register.entry (id, register, organization, holder_name, holder_kana,
                  profession, number, valid_from, valid_until, listed, entered_at)
                values (:id, :register, :organization, :name, :kana, :profession, :number, :from,
                  :until::date, :listed, :at)
                on conflict do nothing
                """)
            .param("id", id)
            .param("register", register)
            .param("organization", organization.value())
            .param("name", professional == null ? null : professional.name())
            .param("kana", professional == null ? null : professional.kana())
            .param("profession", professional == null ? null : professional.profession().name())
            .param("number", number)
            .param("from", term.from())
            .param("until", term.until())
            .param("listed", listed)
            .param("at", OffsetDateTime.now(clock))
            .update();
    if (made == 0) {
      throw RefusedException.because("register.refused.stands-already");
    }
    search.note(List.of(organization));
    return id;
  }

  /** The entry holds for another term, or under other words of a list. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(Entry entry, String number, Term term) {
    jdbc.sql(
            """
            update register.entry set number = :number, valid_from = :from,
              valid_until = :until::date, state = 'VALID', ended_on = null, end_reason = null
            where id = :id
            """)
        .param("number", number)
        .param("from", term.from())
        .param("until", term.until())
        .param("id", entry.id())
        .update();
    search.note(List.of(entry.organization()));
  }

  /**
   * 辞退 or 取消し on the day, with its reason.
   *
   * @throws RefusedException when it does not hold any more, or a list alone may end it
   */
  public void end(UUID id, EntryState how, LocalDate on, String reason) {
    Entry entry = get(id);
    EntryPolicy.mayEnd(entry, how, on).orThrow();
    close(entry, how, on, reason);
    EventKind kind = how == EntryState.WITHDRAWN ? EventKind.WITHDRAWN : EventKind.CANCELLED;
    history.add(entry, kind, reason);
    audit.changed("register.ended", id, List.of(), how.name());
    notices.ended(entry, how);
  }

  /** The entry holds no longer. */
  @Transactional(propagation = Propagation.MANDATORY)
  void close(Entry entry, EntryState how, LocalDate on, @Nullable String reason) {
    jdbc.sql(
            """
            update register.entry set state = :how, ended_on = :on, end_reason = :reason
            where id = :id
            """)
        .param("how", how.name())
        .param("on", on)
        .param("reason", reason)
        .param("id", entry.id())
        .update();
    search.note(List.of(entry.organization()));
  }

  /** The entry a list brought for this organisation, whether it holds or not. */
  Optional<Entry> listed(String register, OrganizationId organization) {
    return jdbc.sql(
            """
            select * from register.entry
            where register = ? and organization = ? and listed and holder_name is null
            order by (state = 'VALID') desc, entered_at desc limit 1
            """)
        .params(register, organization.value())
        .query(Entries::entry)
        .optional();
  }

  LocalDate today() {
    return JapanTime.today(clock);
  }

  static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getString("register"),
        new OrganizationId(row.getObject("organization", UUID.class)),
        professional(row),
        row.getString("number"),
        new Term(
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class)),
        EntryState.valueOf(row.getString("state")),
        row.getObject("ended_on", LocalDate.class),
        row.getString("end_reason"),
        row.getBoolean("listed"));
  }

  static @Nullable Professional professional(ResultSet row) throws SQLException {
    String name = row.getString("holder_name");
    String kana = row.getString("holder_kana");
    return name == null
        ? null
        : new Professional(
            name, kana == null ? "" : kana, Profession.valueOf(row.getString("profession")));
  }
}
