package tasuki.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.SecretBox;

/**
 * The second factor: an authenticator's code, or one of the printed codes for wards where private
 * phones are banned. Every code works once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SecondFactor {

  private static final int SECRET_BYTES = 20;
  private static final int PRINTED_CODES = 10;

  /** Letters and digits that nobody confuses on paper. */
  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private record Kept(byte[] secret, boolean confirmed, long lastStep) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecretBox box;
  private final AuditLog audit;
  private final SecureRandom random = new SecureRandom();

  SecondFactor(JdbcClient jdbc, Clock clock, SecretBox box, AuditLog audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.box = box;
    this.audit = audit;
  }

  /** Whether the account has an authenticator that proved to work. */
  public boolean enrolled(UUID account) {
    return find(account).filter(Kept::confirmed).isPresent();
  }

  /** The secret of an authenticator being set up, made at the first asking. */
  public byte[] beginEnrolment(UUID account) {
    Optional<Kept> kept = find(account).filter(found -> !found.confirmed());
    if (kept.isPresent()) {
      return kept.get().secret();
    }
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    jdbc.sql(
            """
            insert into identity.authenticator (account, secret) values (:account, :secret)
            on conflict (account) do update set secret = excluded.secret, confirmed_at = null,
              last_step = 0
            """)
        .param("account", account)
        .param("secret", box.lock(secret))
        .update();
    return secret;
  }

  /** Takes the authenticator into use when its first code is right. */
  public boolean confirmEnrolment(UUID account, String code) {
    if (!useAuthenticator(account, code)) {
      return false;
    }
    jdbc.sql("update identity.authenticator set confirmed_at = ? where account = ?")
        .params(OffsetDateTime.now(clock), account)
        .update();
    audit.signedIn("authenticator.confirmed", account, null);
    return true;
  }

  /** The secret of an authenticator that is to replace the present one, which goes on working. */
  public byte[] proposeReplacement(UUID account) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    jdbc.sql("update identity.authenticator set candidate = ? where account = ?")
        .params(box.lock(secret), account)
        .update();
    return secret;
  }

  /** The secret proposed last, if one still waits for its first code. */
  public Optional<byte[]> proposed(UUID account) {
    return jdbc.sql(
            """
            select candidate from identity.authenticator
            where account = ? and candidate is not null
            """)
        .param(account)
        .query((row, _) -> box.unlock(row.getBytes("candidate")))
        .optional();
  }

  /** Replaces the authenticator when the first code of the new one is right. */
  public boolean confirmReplacement(UUID account, String code) {
    Optional<byte[]> secret = proposed(account);
    OptionalLong step =
        secret.isPresent() ? stepOf(secret.get(), clean(code)) : OptionalLong.empty();
    if (secret.isEmpty() || step.isEmpty()) {
      return false;
    }
    jdbc.sql(
            """
            update identity.authenticator set secret = candidate, candidate = null,
              last_step = :step, confirmed_at = :now
            where account = :account
            """)
        .param("step", step.getAsLong())
        .param("now", OffsetDateTime.now(clock))
        .param("account", account)
        .update();
    audit.signedIn("authenticator.replaced", account, null);
    return true;
  }

  /** Takes back authenticator and printed codes: whoever lost them sets up anew. */
  public void forget(UUID account) {
    jdbc.sql("delete from identity.authenticator where account = ?").param(account).update();
    jdbc.sql("delete from identity.printed_code where account = ?").param(account).update();
  }

  /** Takes an authenticator into use whose secret is known to be on the device. */
  public void enrol(UUID account) {
    beginEnrolment(account);
    jdbc.sql("update identity.authenticator set confirmed_at = ? where account = ?")
        .params(OffsetDateTime.now(clock), account)
        .update();
  }

  /** Uses up the code, from the authenticator or from paper; false when it is wrong or used. */
  public boolean use(UUID account, String typed) {
    String code = clean(typed);
    return code.length() == 6 && code.chars().allMatch(Character::isDigit)
        ? useAuthenticator(account, code)
        : usePrinted(account, code);
  }

  private boolean useAuthenticator(UUID account, String typed) {
    String code = clean(typed);
    Optional<Kept> kept = find(account);
    if (kept.isEmpty()) {
      return false;
    }
    OptionalLong step = stepOf(kept.get().secret(), code);
    return step.isPresent()
        && jdbc.sql(
                    """
                    update identity.authenticator set last_step = :step
                    where account = :account and last_step < :step
                    """)
                .param("step", step.getAsLong())
                .param("account", account)
                .update()
            == 1;
  }

  /** The step whose code it is; a clock half a minute off is forgiven. */
  private OptionalLong stepOf(byte[] secret, String code) {
    long now = OneTimeCode.stepAt(clock.instant());
    return LongStream.rangeClosed(now - 1, now + 1)
        .filter(step -> OneTimeCode.of(secret, step).equals(code))
        .findFirst();
  }

  private boolean usePrinted(UUID account, String code) {
    return jdbc.sql(
                """
                update identity.printed_code set used_at = :now
                where account = :account and hash = :hash and used_at is null
                """)
            .param("now", OffsetDateTime.now(clock))
            .param("account", account)
            .param("hash", hash(account, code))
            .update()
        == 1;
  }

  /** Makes ten codes to print; those printed before stop working. They are shown this once. */
  public List<String> print(UUID account) {
    jdbc.sql("delete from identity.printed_code where account = ?").param(account).update();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < PRINTED_CODES; i++) {
      StringBuilder code = new StringBuilder();
      random.ints(8, 0, ALPHABET.length()).forEach(at -> code.append(ALPHABET.charAt(at)));
      jdbc.sql("insert into identity.printed_code (account, hash, made_at) values (?, ?, ?)")
          .params(account, hash(account, code.toString()), OffsetDateTime.now(clock))
          .update();
      codes.add(code.insert(4, '-').toString());
    }
    audit.signedIn("printed-codes.made", account, null);
    return codes;
  }

  /** How many printed codes are left. */
  public int printedLeft(UUID account) {
    return jdbc.sql(
            "select count(*) from identity.printed_code where account = ? and used_at is null")
        .param(account)
        .query(Integer.class)
        .single();
  }

  /**
   * The next code the authenticator would show that was not used yet, for the demo alone. Empty
   * when all that are valid now were used: the next is valid within half a minute.
   */
  public Optional<String> nextForDemo(UUID account) {
    return find(account)
        .flatMap(
            kept -> {
              long now = OneTimeCode.stepAt(clock.instant());
              long step = Math.max(now, kept.lastStep() + 1);
              return step > now + 1
                  ? Optional.empty()
                  : Optional.of(OneTimeCode.of(kept.secret(), step));
            });
  }

  private Optional<Kept> find(UUID account) {
    return jdbc.sql("select * from identity.authenticator where account = ?")
        .param(account)
        .query(
            (row, _) ->
                new Kept(
                    box.unlock(row.getBytes("secret")),
                    row.getObject("confirmed_at") != null,
                    row.getLong("last_step")))
        .optional();
  }

  private static String clean(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\s-]", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Forty random bits are few: the account is mixed in, and wrong ones close the account. */
  private static String hash(UUID account, String code) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(account.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(code.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK knows SHA-256", impossible);
    }
  }
}
