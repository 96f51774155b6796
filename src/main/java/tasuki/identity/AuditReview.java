package tasuki.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.TasukiTime;

/**
 * The regular review of the own organisation's log, which the guideline for medical information
 * systems asks for. It shows how many persons an entry concerns, never whom.
 */
@Service
@Transactional
class AuditReview {

  /** Kinds of entries, as the log names them. */
  enum Kind {
    VIEW,
    CHANGE,
    SIGN_IN,
    REFUSED
  }

  /** Which entries; null means all. */
  record Filter(@Nullable UUID account, @Nullable Kind kind, @Nullable LocalDate day) {}

  /**
   * One entry.
   *
   * @param who name of the account or program; null where the log names neither
   * @param machine whether a program did it
   * @param words why, in the words of who did it, where an upper room knows them
   */
  record Entry(
      UUID id,
      ZonedDateTime at,
      String kind,
      String what,
      @Nullable String who,
      boolean machine,
      int persons,
      @Nullable String words) {

    Entry saying(@Nullable String why) {
      return new Entry(id, at, kind, what, who, machine, persons, why);
    }
  }

  /** That somebody went through the log. */
  record Mark(ZonedDateTime at, String by, ZonedDateTime upTo) {}

  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final List<AuditDetail> details;

  AuditReview(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, List<AuditDetail> details) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.details = details;
  }

  /** The newest entries before the one given, or of all, with the words of those who acted. */
  @Transactional(readOnly = true)
  public List<Entry> worded(Filter filter, @Nullable UUID before, int most) {
    List<Entry> found = entries(filter, before, most);
    List<UUID> all = found.stream().map(Entry::id).toList();
    Map<UUID, String> words = new HashMap<>();
    details.forEach(detail -> words.putAll(detail.of(all)));
    return found.stream().map(entry -> entry.saying(words.get(entry.id()))).toList();
  }

  /** The newest entries before the one given, or of all. */
  @Transactional(readOnly = true)
  public List<Entry> entries(Filter filter, @Nullable UUID before, int most) {
    LocalDate day = filter.day();
    return jdbc.sql(
            """
            select entry.*, account.name, machine.name as machine
            from identity.audit_of_own_organization(:before, :most, :account::uuid, :kind,
              :since::timestamptz, :until::timestamptz) entry
            left join identity.account account on account.id = entry.account
            left join identity.machine_client machine on machine.id = entry.account
            order by entry.id desc
            """)
        .param("before", before == null ? AFTER_ALL : before)
        .param("most", most)
        .param("account", filter.account())
        .param("kind", filter.kind() == null ? null : filter.kind().name())
        .param("since", day == null ? null : startOf(day))
        .param("until", day == null ? null : startOf(day.plusDays(1)))
        .query(
            (row, _) -> {
              String machine = row.getString("machine");
              return new Entry(
                  row.getObject("id", UUID.class),
                  Objects.requireNonNull(Staff.japan(row, "at")),
                  row.getString("kind"),
                  row.getString("what"),
                  machine == null ? row.getString("name") : machine,
                  machine != null,
                  row.getInt("persons"),
                  null);
            })
        .list();
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(TasukiTime.ZONE).toOffsetDateTime();
  }

  /** The last review of the own organisation's log. */
  @Transactional(readOnly = true)
  public Optional<Mark> last() {
    return jdbc.sql(
            """
            select review.reviewed_at, review.up_to_at, account.name
            from identity.audit_review review
            join identity.account account on account.id = review.reviewed_by
            order by review.id desc limit 1
            """)
        .query(
            (row, _) ->
                new Mark(
                    Objects.requireNonNull(Staff.japan(row, "reviewed_at")),
                    row.getString("name"),
                    Objects.requireNonNull(Staff.japan(row, "up_to_at"))))
        .optional();
  }

  /**
   * Notes that the acting account has reviewed everything up to the entry.
   *
   * @throws AbsentException when the organisation has no such entry
   */
  public void mark(UUID upTo, @Nullable String note) {
    Entry entry =
        entries(new Filter(null, null, null), successor(upTo), 1).stream()
            .filter(found -> found.id().equals(upTo))
            .findFirst()
            .orElseThrow(() -> new AbsentException("entry"));
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into identity.audit_review (id, up_to, up_to_at, reviewed_at, note)
            values (?, ?, ?, ?, ?)
            """)
        .params(id, upTo, entry.at().toOffsetDateTime(), OffsetDateTime.now(clock))
        .param(note)
        .update();
    audit.changed("audit.reviewed", id, List.of(), null);
  }

  /** Notes that the seals were checked, with what came of it. */
  public void verified(boolean intact) {
    audit.changed("audit.verified", null, List.of(), intact ? "intact" : "broken");
  }

  private static UUID successor(UUID id) {
    long least = id.getLeastSignificantBits() + 1;
    return new UUID(id.getMostSignificantBits() + (least == 0 ? 1 : 0), least);
  }
}
