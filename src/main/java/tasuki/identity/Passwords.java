package tasuki.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Ruling;

/**
 * Passwords, kept as Argon2id with the parameters OWASP recommends (19 MiB, two passes). At least
 * 13 characters and never changed by force, as the guideline for medical information systems 6.0
 * allows beside a second factor.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Passwords {

  static final int SHORTEST = 13;
  private static final int LONGEST = 200;
  private static final int FREE_FAILURES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private record Kept(String hash, boolean mustChange, int failures, @Nullable Instant closed) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AuditLog audit;
  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  private final String hashOfNothing = encoder.encode("nobody has this password");

  Passwords(JdbcClient jdbc, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** How a password is answered. */
  sealed interface Answer {
    record Right(boolean mustChange) implements Answer {}

    record Wrong() implements Answer {}

    /** Too many wrong ones; nothing is compared until then. */
    record Closed(Instant until) implements Answer {}
  }

  /**
   * Spends the time of a comparison, so that an unknown login name answers as slowly as a known.
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public void compareWithNothing(String typed) {
    encoder.matches(typed, hashOfNothing);
  }

  /** Whether this may become a password of the account. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Ruling acceptable(String wanted, String login, String name) {
    if (wanted.length() < SHORTEST) {
      return Ruling.refused("identity.refused.password-short", SHORTEST);
    }
    if (wanted.length() > LONGEST) {
      return Ruling.refused("identity.refused.password-long", LONGEST);
    }
    if (wanted.chars().distinct().count() < 5 || holds(wanted, login) || holds(wanted, name)) {
      return Ruling.refused("identity.refused.password-simple");
    }
    return Ruling.ALLOWED;
  }

  private static boolean holds(String wanted, String known) {
    String bare = known.replaceAll("[\\s\u3000]", "").toLowerCase(Locale.ROOT);
    return !bare.isEmpty()
        && wanted.replaceAll("[\\s\u3000]", "").toLowerCase(Locale.ROOT).contains(bare);
  }

  /** Until when nothing is compared, if so: a wrong code closes an account as a password does. */
  public Optional<Instant> closedUntil(UUID account) {
    return find(account).map(Kept::closed).filter(closed -> clock.instant().isBefore(closed));
  }

  /** Compares, counts wrong ones, and makes a guesser wait longer each time. */
  public Answer compare(UUID account, String typed) {
    Optional<Kept> found = find(account);
    if (found.isEmpty()) {
      compareWithNothing(typed);
      return new Answer.Wrong();
    }
    Kept kept = found.get();
    Instant closed = kept.closed();
    if (closed != null && clock.instant().isBefore(closed)) {
      return new Answer.Closed(closed);
    }
    if (!encoder.matches(typed, kept.hash())) {
      failed(account);
      return new Answer.Wrong();
    }
    return new Answer.Right(kept.mustChange());
  }

  /** One more wrong password or code: from the sixth on, the wait doubles up to a quarter hour. */
  public void failed(UUID account) {
    int failures =
        jdbc.sql(
                """
                update identity.password set failures = failures + 1
                where account = ? returning failures
                """)
            .param(account)
            .query(Integer.class)
            .optional()
            .orElse(0);
    audit.refused("sign-in.wrong", account, null);
    if (failures > FREE_FAILURES) {
      long seconds =
          Math.min(LONGEST_WAIT.toSeconds(), 15L << Math.min(10, failures - FREE_FAILURES));
      jdbc.sql("update identity.password set closed_until = ? where account = ?")
          .params(clock.instant().plusSeconds(seconds).atOffset(ZoneOffset.UTC), account)
          .update();
    }
  }

  /** Both factors were right: the count begins anew. */
  public void succeeded(UUID account) {
    jdbc.sql(
            """
            update identity.password set failures = 0, closed_until = null
            where account = ? and (failures > 0 or closed_until is not null)
            """)
        .param(account)
        .update();
  }

  /** Sets the password. */
  public void set(UUID account, String password, boolean mustChange) {
    keep(account, hash(password), mustChange);
  }

  /** What is kept of a password. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /** Sets the password of which this is kept. */
  public void keep(UUID account, String hash, boolean mustChange) {
    jdbc.sql(
            """
            insert into identity.password (account, hash, must_change, changed_at)
            values (:account, :hash, :change, :now)
            on conflict (account) do update set hash = excluded.hash,
              must_change = excluded.must_change, changed_at = excluded.changed_at,
              failures = 0, closed_until = null
            """)
        .param("account", account)
        .param("hash", hash)
        .param("change", mustChange)
        .param("now", OffsetDateTime.now(clock))
        .update();
    audit.signedIn("password.set", account, null);
  }

  private Optional<Kept> find(UUID account) {
    return jdbc.sql("select * from identity.password where account = ?")
        .param(account)
        .query(
            (row, _) -> {
              OffsetDateTime closed = row.getObject("closed_until", OffsetDateTime.class);
              return new Kept(
                  row.getString("hash"),
                  row.getBoolean("must_change"),
                  row.getInt("failures"),
                  closed == null ? null : closed.toInstant());
            })
        .optional();
  }
}
