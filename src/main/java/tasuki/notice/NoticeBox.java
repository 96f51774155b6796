package tasuki.notice;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.calendar.JapanTime;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;

/** Tells people what happened, and shows each what waits for them. */
@Service
@Transactional
public class NoticeBox {

  /** The bell counts no further. */
  public static final int MOST_COUNTED = 100;

  /** Where a page of the list ended. */
  public record Key(boolean read, UUID id) {}

  private static final Key START = new Key(false, new UUID(-1, -1));

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Map<String, NoticeKind> kinds;

  NoticeBox(JdbcClient jdbc, Ids ids, Clock clock, List<NoticeKinds> rooms) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.kinds =
        rooms.stream()
            .flatMap(room -> room.kinds().stream())
            .collect(
                Collectors.toMap(
                    NoticeKind::code,
                    kind -> kind,
                    (one, _) -> {
                      throw new IllegalStateException("Two kinds are called " + one.code());
                    },
                    LinkedHashMap::new));
  }

  /** Every kind that some room sends. */
  public Collection<NoticeKind> kinds() {
    return kinds.values();
  }

  /**
   * Tells somebody something, in the running transaction: what is rolled back was never told.
   *
   * @param subject id of what the page behind it shows
   * @param concerns id of the person whose affair it is, or null
   * @param words put into the sentence: a {@link java.time.LocalDate} changes with the language,
   *     everything else is taken as it is; never a person's data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tell(
      String kind, Recipient to, UUID subject, @Nullable UUID concerns, Object... words) {
    if (!kinds.containsKey(kind)) {
      throw new IllegalArgumentException("No room sends " + kind);
    }
    UUID account = account(to);
    jdbc.sql(
            """
            insert into notice.notice (id, kind, organization, account, subject, words, concerns, at)
            values (:id, :kind, :organization, :account, :subject, :words, :concerns, :at)
            """)
        .param("id", ids.next())
        .param("kind", kind)
        .param("organization", to.organization())
        .param("account", account)
        .param("subject", subject)
        .param("words", SaidWords.write(words))
        .param("concerns", concerns)
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /**
   * Tells the same, unless a notice of this kind about this subject still waits unread for the
   * recipient: for what happens many times a day.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void tellOnce(
      String kind, Recipient to, UUID subject, @Nullable UUID concerns, Object... words) {
    boolean waits =
        jdbc.sql("select notice.waits(:kind, :organization, :account::uuid, :subject)")
            .param("kind", kind)
            .param("organization", to.organization())
            .param("account", account(to))
            .param("subject", subject)
            .query(Boolean.class)
            .single();
    if (!waits) {
      tell(kind, to, subject, concerns, words);
    }
  }

  private static @Nullable UUID account(Recipient to) {
    return switch (to) {
      case Recipient.Person person -> person.account();
      case Recipient.Inbox _ -> null;
    };
  }

  /** What still waits for these accounts about somebody who has died reaches them no more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void silence(UUID concerned, Collection<UUID> accounts) {
    if (!accounts.isEmpty()) {
      jdbc.sql("select notice.silence(:concerned, :accounts, :now)")
          .param("concerned", concerned)
          .param("accounts", accounts.toArray(UUID[]::new))
          .param("now", OffsetDateTime.now(clock))
          .query((_, _) -> true)
          .single();
    }
  }

  /**
   * How many unread notices the acting account has, at most {@link #MOST_COUNTED}.
   *
   * @param inbox whether the account works with the organisation's inbox: then what waits there
   *     counts, unless somebody else looks after it today
   */
  @Transactional(readOnly = true)
  public int unread(boolean inbox) {
    return jdbc.sql(
            """
            select count(*) from (
              (select 1 from notice.notice
               where organization = kernel.organization() and account = kernel.account()
                 and read_at is null limit :most)
              union all
              (select 1 from notice.notice
               where organization = kernel.organization() and account is null and read_at is null
                 and :inbox and coalesce(notice.in_charge(kernel.organization(), :today),
                   kernel.account()) = kernel.account() limit :most)
              limit :most) waiting
            """)
        .param("inbox", inbox)
        .param("today", JapanTime.today(clock))
        .param("most", MOST_COUNTED)
        .query(Integer.class)
        .single();
  }

  /** The acting account's notices and those of the inbox: unread ones first, then the newest. */
  @Transactional(readOnly = true)
  public List<Notice> page(boolean inbox, @Nullable Key after, int most) {
    Key from = after == null ? START : after;
    String part =
        """
        (select * from notice.notice
         where organization = kernel.organization() and %s
           and (read_at is not null) = %s and id < :id order by id desc limit :most)
        """;
    StringBuilder parts = new StringBuilder();
    for (boolean read : from.read() ? new boolean[] {true} : new boolean[] {false, true}) {
      String bound = read == from.read() ? part : part.replace("id < :id", "true");
      parts.append(parts.isEmpty() ? "" : " union all ");
      parts.append(bound.formatted("account = kernel.account()", read));
      if (inbox) {
        parts.append(" union all ").append(bound.formatted("account is null", read));
      }
    }
    return jdbc.sql(
            "select * from ("
                + parts
                + ") found order by (read_at is not null), id desc limit :most")
        .param("id", from.id())
        .param("most", most)
        .query(this::notice)
        .list();
  }

  /**
   * Opens a notice: it is read from now on.
   *
   * @return where its subject is seen
   * @throws AbsentException when it is not for the acting account
   */
  public String open(UUID id) {
    Notice notice =
        jdbc.sql("select * from notice.notice where id = ?")
            .param(id)
            .query(this::notice)
            .optional()
            .orElseThrow(() -> new AbsentException("notice"));
    read(id);
    return notice.kind().href(notice.subject());
  }

  /** Marks one as read. A second time changes nothing. */
  public void read(UUID id) {
    jdbc.sql(
            """
            update notice.notice set read_at = :now, read_by = :by
            where id = :id and read_at is null
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("by", Acting.account())
        .param("id", id)
        .update();
  }

  /**
   * Marks everything up to a notice as read, so that what came meanwhile stays unread.
   *
   * @return how many were unread
   */
  public int readAll(boolean inbox, UUID upTo) {
    return jdbc.sql(
            """
            update notice.notice set read_at = :now, read_by = :by
            where organization = kernel.organization() and read_at is null and id <= :upTo
              and (account = kernel.account() or :inbox and account is null)
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("by", Acting.account())
        .param("upTo", upTo)
        .param("inbox", inbox)
        .update();
  }

  Optional<NoticeKind> kind(String code) {
    return Optional.ofNullable(kinds.get(code));
  }

  private Notice notice(ResultSet row, int number) throws SQLException {
    Array words = row.getArray("words");
    OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
    String code = row.getString("kind");
    return new Notice(
        row.getObject("id", UUID.class),
        // A kind that no room sends any more still stands in the list.
        kind(code).orElseGet(() -> NoticeKind.of("notice.former", "/notices", "info", How.NEVER)),
        row.getObject("account") == null,
        row.getObject("subject", UUID.class),
        List.of((String[]) words.getArray()),
        row.getObject("at", OffsetDateTime.class).atZoneSameInstant(JapanTime.ZONE),
        read == null ? null : read.atZoneSameInstant(JapanTime.ZONE),
        row.getObject("read_by", UUID.class));
  }
}
