package tasuki.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.kernel.Ids;

/**
 * Decides who gets mail, and sends it. Rows are claimed by locking them until they are marked, so
 * two nodes share the work and never send the same; what fails stays and is tried again.
 */
@Component
class Outbox {

  /** What came of one try. */
  enum Outcome {
    /** Nothing was due. */
    NOTHING,
    /** A letter went out, or its rows needed none any more. */
    DONE,
    /** The server did not take it. */
    FAILED
  }

  private record Waiting(UUID id, UUID notice, UUID account, UUID organization, String kind) {}

  private record Told(
      UUID id, String kind, UUID organization, @Nullable UUID account, OffsetDateTime at) {}

  private static final LocalTime MORNING = LocalTime.of(7, 0);
  private static final Duration TOO_OLD_TO_TELL = Duration.ofDays(2);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final Duration GIVES_UP_AFTER = Duration.ofDays(7);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final NoticeBox box;
  private final Addresses addresses;
  private final Mailer mailer;

  Outbox(JdbcClient jdbc, Ids ids, Clock clock, NoticeBox box, Addresses addresses, Mailer mailer) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.box = box;
    this.addresses = addresses;
    this.mailer = mailer;
  }

  /**
   * Puts letters into the outbox for notices nobody has decided on yet; answers how many those
   * were.
   */
  @Transactional
  int fill() {
    List<Told> told =
        jdbc.sql(
                """
                select id, kind, organization, at,
                  coalesce(account, notice.in_charge(organization, :today)) as account
                from notice.notice where not mailed order by id limit :most
                for update skip locked
                """)
            .param("today", JapanTime.today(clock))
            .param("most", AT_ONCE)
            .query(Outbox::told)
            .list();
    OffsetDateTime oldest = now().minus(TOO_OLD_TO_TELL);
    for (Told notice : told) {
      UUID account = notice.account();
      if (account != null && notice.at().isAfter(oldest)) {
        post(notice, account);
      }
    }
    if (!told.isEmpty()) {
      jdbc.sql("update notice.notice set mailed = true where id in (:ids)")
          .param("ids", told.stream().map(Told::id).toList())
          .update();
    }
    return told.size();
  }

  private void post(Told notice, UUID account) {
    Optional<NoticeKind> kind = box.kind(notice.kind());
    How how = kind.map(known -> how(known, account)).orElse(How.NEVER);
    OffsetDateTime due =
        switch (how) {
          case NOW -> notice.at();
          case DIGEST -> nextMorning(notice.at());
          case NEVER -> null;
        };
    if (due != null) {
      jdbc.sql("insert into notice.mail (id, notice, account, next_at) values (?, ?, ?, ?)")
          .params(ids.next(), notice.id(), account, due)
          .update();
    }
  }

  private How how(NoticeKind kind, UUID account) {
    How how =
        jdbc.sql("select how from notice.preference where account = ? and kind = ?")
            .params(account, kind.code())
            .query(String.class)
            .optional()
            .map(How::valueOf)
            .orElse(kind.how());
    return kind.compulsory() && how == How.NEVER ? kind.how() : how;
  }

  private static OffsetDateTime nextMorning(OffsetDateTime at) {
    ZonedDateTime there = at.atZoneSameInstant(JapanTime.ZONE);
    ZonedDateTime morning = there.with(MORNING);
    return (morning.isAfter(there) ? morning : morning.plusDays(1)).toOffsetDateTime();
  }

  /** Sends everything that is due to one account, as one letter. */
  @Transactional
  Outcome sendNext() {
    Optional<UUID> claimed = accountsDue().stream().filter(this::alone).findFirst();
    if (claimed.isEmpty()) {
      return Outcome.NOTHING;
    }
    UUID account = claimed.get();
    List<Waiting> waiting = waiting(account);
    drop(waiting.stream().filter(mail -> isRead(mail.notice())).toList(), "READ");
    List<Waiting> unread = waiting.stream().filter(mail -> !isRead(mail.notice())).toList();
    return unread.isEmpty() ? Outcome.DONE : send(account, unread);
  }

  private List<UUID> accountsDue() {
    return jdbc.sql(
            """
            select account from notice.mail
            where sent_at is null and dropped_at is null and next_at <= :now
            group by account order by min(next_at), account limit 50
            """)
        .param("now", now())
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Whoever holds an account sends all its rows, which belong into one letter. */
  private boolean alone(UUID account) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
        .param("notice.mail/" + account)
        .query(Boolean.class)
        .single();
  }

  private List<Waiting> waiting(UUID account) {
    return jdbc.sql(
            """
            select mail.id, mail.notice, mail.account, notice.organization, notice.kind
            from notice.mail mail join notice.notice notice on notice.id = mail.notice
            where mail.account = :account and mail.sent_at is null and mail.dropped_at is null
              and mail.next_at <= :now
            order by mail.id for update of mail skip locked
            """)
        .param("account", account)
        .param("now", now())
        .query(Outbox::row)
        .list();
  }

  private boolean isRead(UUID notice) {
    return jdbc.sql("select read_at is not null from notice.notice where id = ?")
        .param(notice)
        .query(Boolean.class)
        .single();
  }

  private Outcome send(UUID account, List<Waiting> mails) {
    Optional<Addresses.Address> address =
        mails.stream()
            .map(mail -> addresses.of(account, mail.organization()))
            .flatMap(Optional::stream)
            .findFirst();
    if (address.isEmpty()) {
      drop(mails, "ADDRESS");
      return Outcome.DONE;
    }
    Map<NoticeKind, Integer> counts = new LinkedHashMap<>();
    for (Waiting mail : mails) {
      box.kind(mail.kind()).ifPresent(kind -> counts.merge(kind, 1, Integer::sum));
    }
    try {
      mailer.send(mails.getFirst().id(), address.get(), counts);
    } catch (MailException failure) {
      return failed(mails, failure);
    }
    update(mails, "sent_at = :now, attempts = attempts + 1, failure = null", Map.of());
    return Outcome.DONE;
  }

  private Outcome failed(List<Waiting> mails, MailException failure) {
    if (isRefusedAddress(failure)) {
      drop(mails, "ADDRESS");
      return Outcome.DONE;
    }
    // Doubling from one minute on, so that a server that comes back is soon found.
    update(
        mails,
        """
        attempts = attempts + 1, failure = :failure,
        next_at = :now::timestamptz
          + least(interval '1 minute' * power(2, least(attempts, 16)), :longest::interval)
        """,
        Map.of(
            "failure",
            failure.getClass().getSimpleName(),
            "longest",
            LONGEST_WAIT.toMinutes() + " minutes"));
    jdbc.sql(
            """
            update notice.mail mail set dropped_at = :now, dropped = 'TIME'
            from notice.notice notice
            where notice.id = mail.notice and mail.id in (:ids) and notice.at < :latest
            """)
        .param("now", now())
        .param("ids", mails.stream().map(Waiting::id).toList())
        .param("latest", now().minus(GIVES_UP_AFTER))
        .update();
    return Outcome.FAILED;
  }

  /** The server is there and says that this address is none. */
  private static boolean isRefusedAddress(MailException failure) {
    return failure instanceof MailSendException several
        && several.getMessageExceptions().length > 0
        && several.getMessageExceptions()[0] instanceof jakarta.mail.SendFailedException refused
        && refused.getInvalidAddresses() != null
        && refused.getInvalidAddresses().length > 0;
  }

  private void drop(List<Waiting> mails, String why) {
    update(mails, "dropped_at = :now, dropped = :why", Map.of("why", why));
  }

  private void update(List<Waiting> mails, String change, Map<String, ?> values) {
    if (!mails.isEmpty()) {
      jdbc.sql("update notice.mail set " + change + " where id in (:ids)")
          .params(values)
          .param("now", now())
          .param("ids", mails.stream().map(Waiting::id).toList())
          .update();
    }
  }

  private static Waiting row(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getObject("id", UUID.class),
        row.getObject("notice", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("organization", UUID.class),
        row.getString("kind"));
  }

  private static Told told(ResultSet row, int number) throws SQLException {
    return new Told(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("organization", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("at", OffsetDateTime.class));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }
}
