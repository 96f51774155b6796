package tasuki.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Ids;
import tasuki.kernel.SecretBox;

/**
 * The key that signs the tokens of programs. It stands in the database, encrypted with the key of
 * the installation, so that a token from one node is good at all of them and after a restart.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  private static final int BITS = 2048;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final SecretBox box;
  private final TransactionTemplate transaction;
  private volatile @Nullable JWKSet keys;

  SigningKeys(
      JdbcClient jdbc,
      Ids ids,
      Clock clock,
      SecretBox box,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.box = box;
    this.transaction = new TransactionTemplate(transactionManager);
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
    JWKSet known = keys;
    if (known == null) {
      // Read at the first use, not at the start: most nodes never see a program.
      JWK key = Objects.requireNonNull(transaction.execute(_ -> findOrMake()));
      known = new JWKSet(key);
      keys = known;
    }
    return selector.select(known);
  }

  private JWK findOrMake() {
    return find()
        .orElseGet(
            () -> {
              // Of several nodes at their first use one makes the key, the others wait for it.
              jdbc.sql("select pg_advisory_xact_lock(hashtext('identity.signing_key'))")
                  .query((_, _) -> true)
                  .single();
              return find().orElseGet(this::make);
            });
  }

  private Optional<JWK> find() {
    return jdbc.sql("select secret from identity.signing_key order by id desc limit 1")
        .query((row, _) -> parse(box.unlock(row.getBytes("secret"))))
        .optional();
  }

  private JWK make() {
    UUID id = ids.next();
    try {
      JWK key =
          new RSAKeyGenerator(BITS)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .keyID(id.toString())
              .generate();
      jdbc.sql("insert into identity.signing_key (id, secret, made_at) values (?, ?, ?)")
          .params(
              id,
              box.lock(key.toJSONString().getBytes(StandardCharsets.UTF_8)),
              OffsetDateTime.now(clock))
          .update();
      return key;
    } catch (JOSEException impossible) {
      throw new IllegalStateException("Every JDK makes RSA keys", impossible);
    }
  }

  private static JWK parse(byte[] json) {
    try {
      return JWK.parse(new String(json, StandardCharsets.UTF_8));
    } catch (ParseException broken) {
      throw new IllegalStateException("The signing key cannot be read", broken);
    }
  }
}
