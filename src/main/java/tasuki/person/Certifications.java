package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tasuki.kernel.Ruling;

/** Certifications of care need; rows are only added, a later entry corrects an earlier one. */
@Service
@Transactional
public class Certifications {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;
  private final ApplicationEventPublisher events;

  Certifications(
      JdbcClient jdbc, Ids ids, AuditLog audit, People people, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
    this.events = events;
  }

  /** A level where the state has one and only there; an application has its day. */
  static Ruling complete(Certification entry) {
    if (entry.status().hasLevel() != (entry.level() != null)) {
      return Ruling.refused(
          entry.status().hasLevel()
              ? "person.refused.certification-level"
              : "person.refused.certification-no-level");
    }
    if (entry.status().applied() && entry.appliedOn() == null) {
      return Ruling.refused("person.refused.certification-applied");
    }
    if (entry.status() == CertificationStatus.CERTIFIED && entry.validFrom() == null) {
      return Ruling.refused("person.refused.certification-valid");
    }
    LocalDate from = entry.validFrom();
    LocalDate until = entry.validUntil();
    return until != null && from != null && until.isBefore(from)
        ? Ruling.refused("person.refused.period")
        : Ruling.ALLOWED;
  }

  /**
   * Records a certification or how far an application has come.
   *
   * @throws RefusedException when something is missing or contradicts itself
   */
  public void record(PersonId person, Certification entry) {
    PersonId target = people.inFull(person);
    complete(entry).orThrow();
    UUID id = ids.next();
    CareLevel level = entry.level();
    jdbc.sql(
            """
            insert into person.certification (id, person, status, level, applied_on, valid_from,
              valid_until, recorded_at)
            values (:id, :person, :status, :level, :applied, :from, :until, :now)
            """)
        .param("id", id)
        .param("person", target.value())
        .param("status", entry.status().name())
        .param("level", level == null ? null : level.name())
        .param("applied", entry.appliedOn())
        .param("from", entry.validFrom())
        .param("until", entry.validUntil())
        .param("now", people.now())
        .update();
    people.changed("person.certification-recorded", id, target);
    events.publishEvent(new DetailRecorded(target.value()));
  }

  /** The certification on the day, also one that has expired; empty where none is known. */
  @Transactional(readOnly = true)
  public Optional<Certification> on(PersonId person, LocalDate day) {
    PersonId target = people.get(person).id();
    audit.viewed("person.certification", List.of(target.value()), null);
    return find(target, day);
  }

  Optional<Certification> find(PersonId target, LocalDate day) {
    return jdbc.sql("select * from person.certification_of(?, ?)")
        .params(target.value(), day)
        .query(Certifications::entry)
        .optional();
  }

  /** Every entry, the newest first. */
  @Transactional(readOnly = true)
  public List<Certification> history(PersonId person) {
    PersonId target = people.get(person).id();
    audit.viewed("person.certifications", List.of(target.value()), null);
    return jdbc.sql(
            """
            select * from person.certification
            where person in (select person.same_human(:person))
            order by coalesce(applied_on, valid_from, (recorded_at at time zone 'Asia/Tokyo')::date) desc,
              recorded_at desc, id desc
            """)
        .param("person", target.value())
        .query(Certifications::entry)
        .list();
  }

  /** Null where the row has none, as after an outer join. */
  static @Nullable Certification certification(ResultSet row) throws SQLException {
    return row.getString("status") == null ? null : entry(row, 0);
  }

  private static Certification entry(ResultSet row, int number) throws SQLException {
    return new Certification(
        CertificationStatus.valueOf(row.getString("status")),
        Rows.constant(row, "level", CareLevel.class),
        Rows.day(row, "applied_on"),
        Rows.day(row, "valid_from"),
        Rows.day(row, "valid_until"));
  }
}
