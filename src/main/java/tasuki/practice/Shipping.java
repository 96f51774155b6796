package tasuki.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Brings the shipped cases in at start. What is new or different in the catalogue is written, what
 * is no longer in it is withdrawn, what organisations wrote is out of its reach.
 */
@Component
@Order(0)
class Shipping implements ApplicationRunner {

  private static final Actor JOB = new Actor.Job("practice");

  /** A shipped case as it stands. */
  private record Stand(UUID id, int version, PracticeState state, String digest) {}

  private final JdbcClient jdbc;
  private final PracticeRows rows;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Shipping(
      JdbcClient jdbc, PracticeRows rows, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    bringIn(Catalogue.shipped());
  }

  /**
   * Brings the catalogue in.
   *
   * @return how many cases were written or withdrawn
   */
  int bringIn(List<Catalogue.Shipped> catalogue) {
    Integer changed = Acting.as(JOB, () -> transaction.execute(_ -> changed(catalogue)));
    return changed == null ? 0 : changed;
  }

  private int changed(List<Catalogue.Shipped> catalogue) {
    Map<UUID, Stand> standing = standing();
    List<Practice> different = new ArrayList<>();
    Map<UUID, String> digests = new HashMap<>();
    Set<UUID> kept = new HashSet<>();
    for (Catalogue.Shipped shipped : catalogue) {
      UUID id = shipped.id();
      kept.add(id);
      Stand stand = standing.get(id);
      String digest = digest(shipped);
      if (stand == null
          || stand.state() != PracticeState.PUBLISHED
          || !stand.digest().equals(digest)) {
        different.add(published(shipped, stand));
        digests.put(id, digest);
      }
    }
    List<Stand> gone =
        standing.values().stream()
            .filter(one -> one.state() == PracticeState.PUBLISHED && !kept.contains(one.id()))
            .toList();
    if (different.isEmpty() && gone.isEmpty()) {
      return 0;
    }
    // Two nodes that start at once wait for each other here; the second finds the versions taken.
    rows.nextEdition();
    int written = different.isEmpty() ? 0 : rows.write(different, digests);
    gone.forEach(this::withdraw);
    return written + gone.size();
  }

  private Practice published(Catalogue.Shipped shipped, @Nullable Stand before) {
    return new Practice(
        shipped.id(),
        shipped.code(),
        null,
        PracticeState.PUBLISHED,
        before == null ? 1 : before.version() + 1,
        shipped.source(),
        OffsetDateTime.now(clock),
        shipped.content());
  }

  private void withdraw(Stand one) {
    jdbc.sql(
            """
            update practice.practice set state = 'WITHDRAWN', version = version + 1, changed_at = :at
            where id = :id and state = 'PUBLISHED'
            """)
        .param("id", one.id())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  private Map<UUID, Stand> standing() {
    Map<UUID, Stand> standing = new HashMap<>();
    jdbc.sql(
            """
            select id, version, state, digest from practice.practice where organization is null
            """)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              standing.put(
                  id,
                  new Stand(
                      id,
                      row.getInt("version"),
                      PracticeState.valueOf(row.getString("state")),
                      row.getString("digest")));
            });
    return standing;
  }

  private static String digest(Catalogue.Shipped shipped) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(shipped.text().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
