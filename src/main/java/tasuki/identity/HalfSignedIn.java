package tasuki.identity;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the session remembers between the steps of signing in, for ten minutes. */
record HalfSignedIn(UUID account, Instant since, Stage stage) implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private static final String ATTRIBUTE = "half-signed-in";
  private static final Duration VALID = Duration.ofMinutes(10);

  /** The step that is due; another one cannot be taken instead. */
  enum Stage {
    NEW_PASSWORD,
    ENROLMENT,
    CODE
  }

  void keep(HttpSession session) {
    session.setAttribute(ATTRIBUTE, this);
  }

  /** The account at this stage of signing in, if that is where the session stands. */
  static Optional<UUID> at(Stage stage, HttpSession session, Instant now) {
    return session.getAttribute(ATTRIBUTE) instanceof HalfSignedIn half
            && half.stage() == stage
            && now.isBefore(half.since().plus(VALID))
        ? Optional.of(half.account())
        : Optional.empty();
  }

  static void forget(HttpSession session) {
    session.removeAttribute(ATTRIBUTE);
  }
}
