package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;

/** The people near a person: whom to call first, and who carries the care. */
@Service
@Transactional
public class Relatives {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;

  Relatives(JdbcClient jdbc, Ids ids, AuditLog audit, People people) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
  }

  /**
   * Adds a relative, or puts the entry in the place of an earlier one. A new key person or main
   * carer takes the place of the former.
   *
   * @param replaced the entry that was wrong or is no longer so
   * @throws AbsentException when that entry has been replaced meanwhile
   */
  public UUID record(PersonId person, Relative.Details entry, @Nullable UUID replaced) {
    PersonId target = people.inFull(person);
    if (replaced != null) {
      end(target, replaced);
    }
    UUID id = ids.next();
    takeOver(target, entry);
    jdbc.sql(
            """
            insert into person.relative (id, person, name, relation, telephone, lives_together,
              key_person, main_carer, note, recorded_at)
            values (:id, :person, :name, :relation, :telephone, :together, :key, :carer, :note, :now)
            """)
        .param("id", id)
        .param("person", target.value())
        .param("name", entry.name())
        .param("relation", entry.relation())
        .param("telephone", entry.telephone())
        .param("together", entry.livesTogether())
        .param("key", entry.keyPerson())
        .param("carer", entry.mainCarer())
        .param("note", entry.note())
        .param("now", people.now())
        .update();
    people.changed("person.relative-recorded", id, target);
    return id;
  }

  private void takeOver(PersonId target, Relative.Details entry) {
    jdbc.sql(
            """
            update person.relative set key_person = key_person and not :key,
              main_carer = main_carer and not :carer
            where person in (select person.same_human(:person)) and ended_at is null
              and (key_person and :key or main_carer and :carer)
            """)
        .param("key", entry.keyPerson())
        .param("carer", entry.mainCarer())
        .param("person", target.value())
        .update();
  }

  /** Takes an entry out of the list. */
  public void remove(PersonId person, UUID relative) {
    PersonId target = people.inFull(person);
    end(target, relative);
    people.changed("person.relative-removed", relative, target);
  }

  private void end(PersonId target, UUID relative) {
    int ended =
        jdbc.sql(
                """
                update person.relative set ended_at = :now
                where id = :id and person in (select person.same_human(:person))
                  and ended_at is null
                """)
            .param("now", people.now())
            .param("id", relative)
            .param("person", target.value())
            .update();
    if (ended == 0) {
      throw new AbsentException("relative");
    }
  }

  /** The present relatives, the key person first. */
  @Transactional(readOnly = true)
  public List<Relative> of(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.relatives", List.of(target.value()), null);
    return list(target);
  }

  List<Relative> list(PersonId target) {
    return jdbc.sql(
            """
            select relative.*, case when kernel.in_portal() then null else note end as shown_note
            from person.relative relative
            where person in (select person.same_human(:person)) and ended_at is null
            order by key_person desc, main_carer desc, recorded_at, id
            """)
        .param("person", target.value())
        .query(Relatives::relative)
        .list();
  }

  private static Relative relative(ResultSet row, int number) throws SQLException {
    return new Relative(
        row.getObject("id", UUID.class),
        new Relative.Details(
            row.getString("name"),
            row.getString("relation"),
            row.getString("telephone"),
            row.getBoolean("lives_together"),
            row.getBoolean("key_person"),
            row.getBoolean("main_carer"),
            row.getString("shown_note")));
  }
}
