package tasuki.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.directory.OrganizationId;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** The programs of organisations: hospital charts, care software. */
@Service
@Transactional
public class MachineClients {

  /** A client and its secret, which nobody can read again. */
  public record Made(MachineClient client, String secret) {}

  static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final AuditLog audit;

  MachineClients(JdbcClient jdbc, Ids ids, Clock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Makes a client with a fresh secret.
   *
   * @param name its client id: 3 to 40 small letters, digits and hyphens
   * @throws RefusedException when a client in use has the name
   */
  public Made create(OrganizationId organization, String name) {
    return create(organization, name, Tokens.fresh());
  }

  /** Makes a client whose secret is known already, such as the demo's; it must be random. */
  public Made create(OrganizationId organization, String name, String secret) {
    if (!NAME.matcher(name).matches()) {
      throw RefusedException.because("identity.client.form");
    }
    UUID id = ids.next();
    int made =
        jdbc.sql(
                """
                insert into identity.machine_client (id, name, organization, secret_digest,
                  made_by, made_at)
                values (:id, :name, :organization, :digest, :by, :now) on conflict do nothing
                """)
            .param("id", id)
            .param("name", name)
            .param("organization", organization.value())
            .param("digest", digest(secret))
            .param("by", actingAccount(), java.sql.Types.OTHER)
            .param("now", OffsetDateTime.now(clock))
            .update();
    if (made == 0) {
      throw RefusedException.because("identity.refused.client-taken", name);
    }
    audit.changed("machine.made", id, List.of(), null);
    return new Made(find(id).orElseThrow(), secret);
  }

  /** The clients of the organisation that are in use. */
  @Transactional(readOnly = true)
  public List<MachineClient> of(OrganizationId organization) {
    return jdbc.sql(
            """
            select * from identity.machine_client
            where organization = ? and withdrawn_at is null order by name
            """)
        .param(organization.value())
        .query(MachineClients::client)
        .list();
  }

  /** The client, while it is in use. */
  @Transactional(readOnly = true)
  public Optional<MachineClient> find(UUID id) {
    return jdbc.sql("select * from identity.machine_client where id = ? and withdrawn_at is null")
        .param(id)
        .query(MachineClients::client)
        .optional();
  }

  /** Stops the client at once, also tokens it holds. */
  public MachineClient withdraw(OrganizationId organization, UUID id) {
    MachineClient client =
        find(id)
            .filter(found -> found.organization().equals(organization))
            .orElseThrow(() -> new AbsentException("client"));
    jdbc.sql(
            """
            update identity.machine_client set withdrawn_at = :now, withdrawn_by = :by
            where id = :id and withdrawn_at is null
            """)
        .param("now", OffsetDateTime.now(clock))
        .param("by", actingAccount(), java.sql.Types.OTHER)
        .param("id", id)
        .update();
    audit.changed("machine.withdrawn", id, List.of(), null);
    return client;
  }

  /** A client with the digest of its secret, for the server that hands out tokens. */
  record Secret(MachineClient client, String digest) {}

  @Transactional(readOnly = true)
  Optional<Secret> byName(String name) {
    return jdbc.sql("select * from identity.machine_client where name = ? and withdrawn_at is null")
        .param(name)
        .query((row, number) -> new Secret(client(row, number), row.getString("secret_digest")))
        .optional();
  }

  static String digest(String secret) {
    return HexFormat.of().formatHex(Tokens.digest(secret));
  }

  private static @Nullable UUID actingAccount() {
    return Acting.current() instanceof Actor.Member member ? member.account() : null;
  }

  private static MachineClient client(ResultSet row, int number) throws SQLException {
    return new MachineClient(
        row.getObject("id", UUID.class),
        row.getString("name"),
        new OrganizationId(row.getObject("organization", UUID.class)),
        Objects.requireNonNull(Staff.japan(row, "made_at")));
  }
}
