package tasuki.insight.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.calendar.JapanTime;
import tasuki.directory.OrganizationId;
import tasuki.directory.OrganizationKind;
import tasuki.identity.Duty;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;
import tasuki.notice.NoticeBox;
import tasuki.notice.Recipient;

/** Members where nobody has signed in for months, and the word that reminds them. */
@Service
@Transactional
public class SilentMembers {

  /** Nobody is reminded again within so many days. */
  static final int PAUSE_DAYS = 14;

  /**
   * A member that is silent.
   *
   * @param accounts how many belong to it
   * @param lastOn when somebody last signed in; null: never
   * @param remindedOn when it was last reminded; null: never
   */
  public record Silent(
      OrganizationId id,
      String name,
      OrganizationKind kind,
      String telephone,
      int accounts,
      @Nullable LocalDate lastOn,
      @Nullable LocalDate remindedOn) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;
  private final NoticeBox box;

  SilentMembers(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit, NoticeBox box) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
    this.box = box;
  }

  /** Members without a sign-in in the last months, the longest silent first. */
  @Transactional(readOnly = true)
  public List<Silent> since(int months) {
    return jdbc.sql(
            """
            select o.id, o.name, o.kind, o.telephone, came.accounts, came.last_at,
              (select max(r.at) from insight.reminder r where r.reminded = o.id) as reminded_at
            from directory.organization o
            left join (select organization,
                count(distinct account) filter (where valid_until is null) as accounts,
                max(signed_in_at) as last_at
              from identity.membership group by organization) came on came.organization = o.id
            where o.member and o.kind <> 'PERSON_AND_FAMILY' and o.opened_on <= :today
              and (o.closed_on is null or o.closed_on > :today)
              and (came.last_at is null or came.last_at < :since)
            order by came.last_at nulls first, o.kana, o.id
            """)
        .param("today", today())
        .param("since", since(today(), months))
        .query(
            (row, _) ->
                new Silent(
                    new OrganizationId(row.getObject("id", UUID.class)),
                    row.getString("name"),
                    OrganizationKind.valueOf(row.getString("kind")),
                    row.getString("telephone"),
                    row.getInt("accounts"),
                    day(row.getObject("last_at", OffsetDateTime.class)),
                    day(row.getObject("reminded_at", OffsetDateTime.class))))
        .list();
  }

  /**
   * Reminds a silent member: its inbox and each of its administrators, who may get a mail.
   *
   * @throws AbsentException when it is not silent for so long
   * @throws RefusedException when it was reminded a few days ago
   */
  public Silent remind(OrganizationId id, int months) {
    // Two who remind at the same moment are one reminder.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "insight.reminder/" + id)
        .query((_, _) -> true)
        .single();
    Silent silent =
        since(months).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new AbsentException("silent member"));
    mayRemind(silent, today()).orThrow();
    jdbc.sql("insert into insight.reminder (id, reminded, months, at) values (?, ?, ?, ?)")
        .params(ids.next(), id.value(), months, OffsetDateTime.now(clock))
        .update();
    box.tell(UsageNoticeKinds.SILENT, new Recipient.Inbox(id.value()), id.value(), null, months);
    for (UUID account : administrators(id)) {
      Recipient administrator = new Recipient.Person(account, id.value());
      box.tell(UsageNoticeKinds.SILENT, administrator, id.value(), null, months);
    }
    audit.changed("usage.reminded", id.value(), List.of(), months + " months");
    return silent;
  }

  /** Whether enough days have passed since the last reminder. */
  static Ruling mayRemind(Silent silent, LocalDate today) {
    LocalDate before = silent.remindedOn();
    return before != null && before.plusDays(PAUSE_DAYS).isAfter(today)
        ? Ruling.refused("usage.refused.reminded", silent.name(), PAUSE_DAYS)
        : Ruling.ALLOWED;
  }

  private List<UUID> administrators(OrganizationId id) {
    return jdbc.sql(
            """
            select account from identity.membership
            where organization = ? and valid_until is null and ? = any (duties)
            """)
        .params(id.value(), Duty.ADMINISTRATOR.name())
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private static OffsetDateTime since(LocalDate today, int months) {
    return today.minusMonths(months).atStartOfDay(JapanTime.ZONE).toOffsetDateTime();
  }

  private static @Nullable LocalDate day(@Nullable OffsetDateTime at) {
    return Optional.ofNullable(at)
        .map(found -> JapanTime.at(found.toInstant()).toLocalDate())
        .orElse(null);
  }

  private LocalDate today() {
    return JapanTime.today(clock);
  }
}
