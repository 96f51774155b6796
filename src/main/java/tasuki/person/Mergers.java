package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;

/** Two entries that are one human being: an alias that can be taken back, no id is rewritten. */
@Service
@Transactional
public class Mergers {

  /** A merger that holds. */
  public record Merger(
      UUID id, PersonId person, String name, PersonId into, String reason, OffsetDateTime at) {}

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final Grants grants;
  private final PersonNotices told;

  Mergers(
      JdbcClient jdbc, Ids ids, AuditLog audit, People people, Grants grants, PersonNotices told) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.grants = grants;
    this.told = told;
  }

  /**
   * Makes a person an alias of another. The teams of both see both from now on.
   *
   * @param reason how one knows that they are the same
   * @param confirmed whether a different birth date or sex was checked and is a mistake
   * @throws RefusedException when the two may not be merged
   */
  public UUID merge(PersonId person, PersonId into, String reason, boolean confirmed) {
    // Both rows are held in one order, so that two opposite mergers cannot pass each other.
    jdbc.sql("select id from person.person where id in (:ids) order by id for update")
        .param("ids", List.of(person.value(), into.value()))
        .query(UUID.class)
        .list();
    Person alias = people.row(person).orElseThrow(() -> new AbsentException("person"));
    Person target = people.row(into).orElseThrow(() -> new AbsentException("person"));
    boolean hasAliases = people.sameHuman(person).size() > 1;
    MergerRules.mayMerge(alias, target, hasAliases, confirmed).orThrow();
    people.lettingIn(alias.id());
    people.lettingIn(target.id());
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into person.merger (id, person, into_person, reason, merged_at)
            values (:id, :person, :into, :reason, :now)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("into", into.value())
        .param("reason", reason)
        .param("now", people.now())
        .update();
    grants.copy(id, into, person);
    people.sameHuman(into).forEach(same -> grants.copy(id, person, new PersonId(same)));
    alias(person, into);
    people.touch(into);
    told.merged(person, into);
    audit.changed("person.merged", id, List.of(person.value(), into.value()), null);
    return id;
  }

  private void alias(PersonId person, PersonId into) {
    jdbc.sql(
            """
            update person.person set merged_into = :into, version = version + 1, changed_at = :now
            where id = :id
            """)
        .param("into", into.value())
        .param("now", people.now())
        .param("id", person.value())
        .update();
  }

  /**
   * Takes a merger back: the alias is a person again, and what the merger opened is closed.
   *
   * @throws AbsentException when there is no such merger (any more)
   */
  public void undo(UUID id) {
    Merger merger =
        jdbc.sql(SELECT + " where merger.id = :id and merger.undone_at is null")
            .param("id", id)
            .query(Mergers::merger)
            .optional()
            .orElseThrow(() -> new AbsentException("merger"));
    people.lettingIn(merger.into());
    int undone =
        jdbc.sql(
                """
                update person.merger set undone_at = :now, undone_by = :by
                where id = :id and undone_at is null
                """)
            .param("now", people.now())
            .param("by", Acting.account())
            .param("id", id)
            .update();
    if (undone == 0) {
      throw new AbsentException("merger");
    }
    jdbc.sql(
            """
            update person.person set merged_into = null, version = version + 1, changed_at = :now
            where id = :id
            """)
        .param("now", people.now())
        .param("id", merger.person().value())
        .update();
    audit.changed(
        "person.merger-undone", id, List.of(merger.person().value(), merger.into().value()), null);
    grants.endMerger(id);
  }

  /** The mergers into the person that hold, the newest first. */
  @Transactional(readOnly = true)
  public List<Merger> of(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.mergers", List.of(target.value()), null);
    return jdbc.sql(
            SELECT
                + """
                 where merger.into_person = :person and merger.undone_at is null
                order by merger.merged_at desc, merger.id desc
                """)
        .param("person", target.value())
        .query(Mergers::merger)
        .list();
  }

  private static final String SELECT =
      """
      select merger.*, person.family_name || ' ' || person.given_name as name
      from person.merger merger join person.person person on person.id = merger.person
      """;

  private static Merger merger(ResultSet row, int number) throws SQLException {
    return new Merger(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        Objects.requireNonNull(row.getString("name")),
        new PersonId(row.getObject("into_person", UUID.class)),
        row.getString("reason"),
        row.getObject("merged_at", OffsetDateTime.class));
  }
}
