package tasuki.person;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.RefusedException;

/** What the room's services ask of a person before they do anything; nothing here is noted. */
@Repository
class People {

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final Clock clock;

  People(JdbcClient jdbc, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** The person under exactly this id, if visible. */
  Optional<Person> row(PersonId id) {
    return jdbc.sql("select * from person.person where id = ?")
        .param(id.value())
        .query(Rows::person)
        .optional();
  }

  /**
   * The person, or the one it was merged into.
   *
   * @throws AbsentException when not visible
   */
  Person get(PersonId id) {
    Person found = row(id).orElseThrow(() -> new AbsentException("person"));
    PersonId into = found.mergedInto();
    return into == null ? found : row(into).orElse(found);
  }

  /**
   * The id under which new things are written of a person whom the viewer sees in full.
   *
   * @throws AbsentException when not visible
   * @throws RefusedException when only the own records are
   */
  PersonId inFull(PersonId id) {
    PersonId target = get(id).id();
    if (!full(target)) {
      throw RefusedException.because("person.refused.own-records-only");
    }
    return target;
  }

  /** Whether the viewer sees the person in full now. */
  boolean full(PersonId id) {
    return test("select person.seen_in_full(?)", id);
  }

  /** Whether the viewer may let others in: not by emergency access or another's short errand. */
  boolean mayLetIn(PersonId id) {
    return test("select person.may_let_in(?)", id);
  }

  /**
   * The id under which others are let in.
   *
   * @throws AbsentException when not visible
   * @throws RefusedException when the viewer may not let others in
   */
  PersonId lettingIn(PersonId id) {
    PersonId target = inFull(id);
    if (!mayLetIn(target)) {
      throw RefusedException.because("person.refused.only-short-access");
    }
    return target;
  }

  /** All ids under which the human being is known, the person's own first. */
  List<UUID> sameHuman(PersonId target) {
    return jdbc.sql("select same from person.same_human(:id) same order by same <> :id, same")
        .param("id", target.value())
        .query((row, _) -> row.getObject("same", UUID.class))
        .list();
  }

  /** Notes a change of the person's data and that something happened. */
  void changed(String what, UUID subject, PersonId target) {
    touch(target);
    audit.changed(what, subject, List.of(target.value()), null);
  }

  void touch(PersonId target) {
    jdbc.sql("update person.person set changed_at = :now where id = :id and changed_at < :now")
        .param("now", now())
        .param("id", target.value())
        .update();
  }

  OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private boolean test(String sql, PersonId id) {
    return jdbc.sql(sql).param(id.value()).query(Boolean.class).single();
  }
}
