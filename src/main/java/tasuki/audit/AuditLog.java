package tasuki.audit;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tasuki.kernel.Acting;
import tasuki.kernel.Actor;

/**
 * Writes down who did and saw what. A change is written in the transaction that makes it. A look is
 * written by a writer that commits for many at once, and no answer leaves before its look is safe.
 */
@Component
public class AuditLog {

  private final JdbcClient jdbc;
  private final ViewWriter writer;

  AuditLog(JdbcClient jdbc, ViewWriter writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  /**
   * Notes a change in the running transaction.
   *
   * @param what dotted name of the action, such as {@code person.registered}
   * @param subject id of the thing changed
   * @param persons persons whose data it concerns
   * @param detail names of fields or ids; never a person's data
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void changed(
      String what, @Nullable UUID subject, Collection<UUID> persons, @Nullable String detail) {
    insert("CHANGE", what, subject, persons, detail);
  }

  /** Notes something refused for a reason that a reviewer should see, such as a wrong password. */
  @Transactional
  public void refused(String what, @Nullable UUID subject, @Nullable String detail) {
    insert("REFUSED", what, subject, List.of(), detail);
  }

  /** Notes a sign-in, a sign-out or a change of what one signs in with. */
  @Transactional
  public void signedIn(String what, @Nullable UUID subject, @Nullable String detail) {
    insert("SIGN_IN", what, subject, List.of(), detail);
  }

  /**
   * Notes that the acting account saw data of these persons. Within a web request the answer waits
   * for it; elsewhere this call does.
   *
   * @param what dotted name of what was seen, such as {@code person.timeline}
   */
  public void viewed(String what, Collection<UUID> persons, @Nullable UUID subject) {
    Actor actor = Acting.current();
    if (actor instanceof Actor.Job) {
      return;
    }
    PendingViews.add(writer.write(View.by(actor, what, persons, subject)));
  }

  private void insert(
      String kind,
      String what,
      @Nullable UUID subject,
      Collection<UUID> persons,
      @Nullable String detail) {
    jdbc.sql(
            """
            insert into audit.entry (kind, what, subject, persons, detail)
            values (:kind, :what, :subject::uuid, :persons::uuid[], :detail)
            """)
        .param("kind", kind)
        .param("what", what)
        .param("subject", subject)
        .param("persons", View.arrayText(persons))
        .param("detail", detail)
        .update();
  }
}
