package tasuki.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.Ids;

/** Insurances of persons; rows are only added, a later entry of a kind corrects an earlier one. */
@Service
@Transactional
public class Insurances {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final People people;

  Insurances(JdbcClient jdbc, Ids ids, AuditLog audit, People people) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.people = people;
  }

  /** Records an insurance. */
  public void record(PersonId person, Insurance entry) {
    PersonId target = people.inFull(person);
    UUID id = ids.next();
    jdbc.sql(
            """
            insert into person.insurance (id, person, kind, insurer_number, insured_number, share,
              valid_from, valid_until, recorded_at)
            values (:id, :person, :kind, :insurer, :insured, :share, :from, :until, :now)
            """)
        .param("id", id)
        .param("person", target.value())
        .param("kind", entry.kind().name())
        .param("insurer", entry.insurerNumber())
        .param("insured", entry.insuredNumber())
        .param("share", entry.share())
        .param("from", entry.validFrom())
        .param("until", entry.validUntil())
        .param("now", people.now())
        .update();
    people.changed("person.insurance-recorded", id, target);
  }

  /** The latest entry of each kind that has begun by the day and not ended before it. */
  @Transactional(readOnly = true)
  public List<Insurance> on(PersonId person, LocalDate day) {
    PersonId target = people.get(person).id();
    audit.viewed("person.insurances", List.of(target.value()), null);
    return list(target, day);
  }

  List<Insurance> list(PersonId target, LocalDate day) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (kind) * from person.insurance
              where person in (select person.same_human(:person))
                and (valid_from is null or valid_from <= :day)
              order by kind, valid_from desc nulls last, recorded_at desc, id desc) latest
            where valid_until is null or valid_until >= :day
            order by kind
            """)
        .param("person", target.value())
        .param("day", day)
        .query(Insurances::insurance)
        .list();
  }

  private static Insurance insurance(ResultSet row, int number) throws SQLException {
    Integer share = row.getObject("share", Integer.class);
    return new Insurance(
        InsuranceKind.valueOf(row.getString("kind")),
        row.getString("insurer_number"),
        row.getString("insured_number"),
        share,
        Rows.day(row, "valid_from"),
        Rows.day(row, "valid_until"));
  }
}
