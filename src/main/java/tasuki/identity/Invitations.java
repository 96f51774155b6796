package tasuki.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;

/**
 * Links by which somebody joins, or comes back after losing password or authenticator. A link works
 * once and for three days; the database holds only its digest.
 */
@Service
@Transactional
public class Invitations {

  private static final Duration VALID = Duration.ofDays(3);
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final SecureRandom random = new SecureRandom();

  Invitations(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** Makes a link's token for the account; links made before stop working. */
  public String make(AccountId account, @Nullable AccountId by) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("update identity.invitation set used_at = ? where account = ? and used_at is null")
        .params(now, account.value())
        .update();
    jdbc.sql(
            """
            insert into identity.invitation (digest, account, made_by, made_at, expires_at)
            values (:digest, :account, :by, :now, :expires)
            """)
        .param("digest", digest(token))
        .param("account", account.value())
        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
        .param("now", now)
        .param("expires", now.plus(VALID))
        .update();
    audit.changed("invitation.made", account.value(), List.of(), null);
    return token;
  }

  /** Whose link it is, while it works. */
  @Transactional(readOnly = true)
  Optional<UUID> owner(String token) {
    return jdbc.sql(
            """
            select account from identity.invitation
            where digest = ? and used_at is null and expires_at > ?
            """)
        .params(digest(token), OffsetDateTime.now(clock))
        .query(UUID.class)
        .optional();
  }

  /** Uses the link up; empty when somebody was faster or it expired. */
  Optional<UUID> use(String token) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return jdbc.sql(
            """
            update identity.invitation set used_at = :now
            where digest = :digest and used_at is null and expires_at > :now returning account
            """)
        .param("now", now)
        .param("digest", digest(token))
        .query(UUID.class)
        .optional();
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK knows SHA-256", impossible);
    }
  }
}
