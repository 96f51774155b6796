package tasuki.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.TasukiTime;

/**
 * Links by which somebody joins, or comes back after losing password or authenticator. A link works
 * once and for three days; the database holds only its digest.
 */
@Service
@Transactional
public class Invitations {

  /** A link as it is shown once: the token behind {@code /join/} and until when it works. */
  public record Link(String token, ZonedDateTime until) {}

  private static final Duration VALID = Duration.ofDays(3);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;

  Invitations(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** Makes a link for the account; links made before stop working. */
  public Link make(AccountId account, @Nullable AccountId by) {
    endAllOf(account.value());
    return makeBeside(account, by);
  }

  /** Makes a link and leaves those made before: whichever is used first ends the others. */
  Link makeBeside(AccountId account, @Nullable AccountId by) {
    String token = Tokens.fresh();
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql(
            """
            insert into identity.invitation (digest, account, made_by, made_at, expires_at)
            values (:digest, :account, :by, :now, :expires)
            """)
        .param("digest", Tokens.digest(token))
        .param("account", account.value())
        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
        .param("now", now)
        .param("expires", now.plus(VALID))
        .update();
    audit.changed("invitation.made", account.value(), List.of(), null);
    return new Link(token, now.plus(VALID).atZoneSameInstant(TasukiTime.ZONE));
  }

  /** Ends every link of the account that was not used. */
  void endAllOf(UUID account) {
    jdbc.sql("update identity.invitation set used_at = ? where account = ? and used_at is null")
        .params(OffsetDateTime.now(clock), account)
        .update();
  }

  /** What a session may remember of a link, instead of the token itself. */
  static String mark(String token) {
    return HexFormat.of().formatHex(Tokens.digest(token));
  }

  /** Whose link it is, while it works. */
  @Transactional(readOnly = true)
  Optional<UUID> owner(String mark) {
    return jdbc.sql(
            """
            select account from identity.invitation
            where digest = ? and used_at is null and expires_at > ?
            """)
        .params(HexFormat.of().parseHex(mark), OffsetDateTime.now(clock))
        .query(UUID.class)
        .optional();
  }

  /** Uses the link up; empty when somebody was faster or it expired. */
  Optional<UUID> use(String mark) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Optional<UUID> account =
        jdbc.sql(
                """
                update identity.invitation set used_at = :now
                where digest = :digest and used_at is null and expires_at > :now returning account
                """)
            .param("now", now)
            .param("digest", HexFormat.of().parseHex(mark))
            .query(UUID.class)
            .optional();
    account.ifPresent(this::endAllOf);
    return account;
  }
}
