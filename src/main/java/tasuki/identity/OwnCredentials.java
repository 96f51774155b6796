package tasuki.identity;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.kernel.Ruling;

/** What somebody signed in does about the own password, authenticator and codes. */
@Service
@Transactional
class OwnCredentials {

  /** One line of the own sign-ins. */
  record Arrival(ZonedDateTime at, String kind, String what, @Nullable String detail) {}

  /** How a proof of identity within a session is answered. */
  sealed interface Proof {
    record Right() implements Proof {}

    record Wrong() implements Proof {}

    /** Too many wrong ones. */
    record Wait(Instant until) implements Proof {}

    /** Right, but what is wanted instead is not acceptable. */
    record Unacceptable(Ruling ruling) implements Proof {}
  }

  private static final int ARRIVALS = 20;

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Sessions sessions;

  OwnCredentials(
      JdbcClient jdbc, Passwords passwords, SecondFactor secondFactor, Sessions sessions) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
  }

  /** Changes the password and signs the account out everywhere else. */
  public Proof changePassword(Account account, String old, String wanted, String session) {
    UUID id = account.id().value();
    return switch (passwords.compare(id, old)) {
      case Passwords.Answer.Wrong _ -> new Proof.Wrong();
      case Passwords.Answer.Closed closed -> new Proof.Wait(closed.until());
      case Passwords.Answer.Right _ -> {
        Ruling ruling = passwords.acceptable(wanted, account.login(), account.name());
        if (ruling instanceof Ruling.Allowed && wanted.equals(old)) {
          ruling = Ruling.refused("identity.refused.password-same");
        }
        if (ruling instanceof Ruling.Refused) {
          yield new Proof.Unacceptable(ruling);
        }
        passwords.set(id, wanted, false);
        sessions.end(id, session);
        yield new Proof.Right();
      }
    };
  }

  /** Proves with a code that the owner sits here, not somebody at an open screen. */
  public Proof prove(UUID account, String code) {
    Optional<Instant> closed = passwords.closedUntil(account);
    if (closed.isPresent()) {
      return new Proof.Wait(closed.get());
    }
    if (secondFactor.use(account, code)) {
      passwords.succeeded(account);
      return new Proof.Right();
    }
    passwords.failed(account);
    return new Proof.Wrong();
  }

  /** Ten new printed codes, shown this once. */
  public List<String> print(UUID account) {
    return secondFactor.print(account);
  }

  @Transactional(readOnly = true)
  public int printedLeft(UUID account) {
    return secondFactor.printedLeft(account);
  }

  /** Begins to replace the authenticator; the present one works until the new one has proved to. */
  public void propose(UUID account) {
    secondFactor.proposeReplacement(account);
  }

  @Transactional(readOnly = true)
  public Optional<byte[]> proposed(UUID account) {
    return secondFactor.proposed(account);
  }

  public boolean confirmReplacement(UUID account, String code) {
    return secondFactor.confirmReplacement(account, code);
  }

  /** The account's own sign-ins and failures, newest first. */
  @Transactional(readOnly = true)
  public List<Arrival> arrivals() {
    return jdbc.sql("select * from audit.own_sign_ins(?)")
        .param(ARRIVALS)
        .query(
            (row, _) ->
                new Arrival(
                    Objects.requireNonNull(Staff.japan(row, "at")),
                    row.getString("kind"),
                    row.getString("what"),
                    row.getString("detail")))
        .list();
  }
}
